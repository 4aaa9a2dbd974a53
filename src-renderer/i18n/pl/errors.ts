/** Polish texts of refusals and failures by their code (`errors.<code>`), shown by `describeFailure`. */
export const errors = {
  'bad-input': 'Coś w tych danych się nie zgadza. Popraw zaznaczone pola. Niczego nie zapisano.',
  'unknown-call':
    'Okno poprosiło o coś, czego ta wersja programu nie zna. Otwórz program jeszcze raz.',
  'foreign-sender': 'Program odrzucił prośbę spoza swojego okna.',
  'workspace-closed': 'Dane są zamknięte. Otwórz je hasłem.',
  'workspace-exists': 'W tym folderze są już dane Strefownika. Nie nadpisano ich.',
  'wrong-passphrase': 'To nie jest hasło do tych danych. Sprawdź Caps Lock i układ klawiatury.',
  'no-recovery-code': 'Te dane nie mają kodu odzyskiwania. Otworzy je tylko hasło.',
  'mistyped-recovery-code':
    'Ten kod jest przepisany z błędem. Porównaj go znak po znaku z kartką: ma 7 grup po 4 znaki.',
  'wrong-recovery-code':
    'Kod jest przepisany dobrze, ale nie pasuje do tych danych. Mógł zostać zastąpiony nowszym albo należy do innych danych.',
  'device-unlock-failed': 'Klucz tego komputera nie otworzył danych. Wpisz hasło.',
  'keychain-missing': 'Ten system nie ma bezpiecznego schowka na klucz. Dane otwiera nadal hasło.',
  'passphrase-too-short':
    'Hasło jest za krótkie. Wpisz co najmniej 8 znaków, najlepiej kilka słów.',
  'not-a-database':
    'Plik z danymi nie jest bazą Strefownika. Nie zmieniono go. Ostatni dobry stan przywrócisz z kopii zapasowej.',
  'key-file-damaged':
    'Plik klucza key.json jest uszkodzony, więc danych nie da się otworzyć. Niczego nie zmieniono. Ostatni dobry stan przywrócisz z kopii zapasowej.',
  'key-file-missing':
    'Brakuje pliku klucza key.json, więc danych nie da się otworzyć. Niczego nie zmieniono. Ostatni dobry stan przywrócisz z kopii zapasowej.',
  'newer-schema': 'Te dane zapisała nowsza wersja programu. Zainstaluj ją. Niczego nie zmieniono.',
  'newer-key-file':
    'Plik klucza zapisała nowsza wersja programu. Zainstaluj ją. Niczego nie zmieniono.',
  'second-instance': 'Te dane są już otwarte w innym oknie Strefownika. Przejdź do niego.',
  'no-write-access': 'Nie można pisać w tym folderze. Wybierz inny albo zmień jego uprawnienia.',
  'disk-full':
    'Dysk jest pełny. To, co już zapisano, jest bezpieczne. Zwolnij miejsce i naciśnij Ponów.',
  'file-too-large':
    'To miejsce nie przyjmuje tak dużych plików, jak zwykle pendrive w formacie FAT32. Dane są na miejscu. Wybierz inne miejsce albo sformatuj pendrive jako exFAT lub NTFS.',
  'file-damaged':
    'Plik jest uszkodzony i nie da się go odczytać. Niczego nie zmieniono. Ostatni dobry stan przywrócisz z kopii zapasowej.',
  'file-missing': 'Nie ma tego pliku na dysku. Ostatni dobry stan przywrócisz z kopii zapasowej.',
  'backup-missing': 'Nie ma już tej kopii. Podłącz dysk, na którym leżała, albo wybierz inną.',
  'backup-damaged':
    'Ta kopia jest uszkodzona i nie da się jej przywrócić. Obecnych danych nie zmieniono. Wybierz inną kopię.',
  'backup-needed': 'To najnowsza sprawdzona kopia, więc zostaje. Zrób nową, a potem usuń tę.',
  'backup-first':
    'Najpierw musi powstać kopia obecnych danych, a nie udało się jej zrobić. Niczego nie zmieniono. Sprawdź folder, w którym leżą kopie zapasowe, i spróbuj jeszcze raz.',
  'place-missing':
    'Nie widać drugiego miejsca na kopie. Podłącz pendrive albo dysk sieciowy i naciśnij Ponów.',
  'room-locked':
    'Dane są zablokowane. W widoku sali można teraz tylko prowadzić program i obecność. Resztę otworzy hasło.',
  'name-mismatch': 'Wpisane imię i nazwisko nie zgadza się z tą osobą. Niczego nie usunięto.',
  'owner-stays': 'To Twoje dane: osoby, która pracuje w tym programie, nie da się usunąć.',
  'not-found': 'Tego wpisu już nie ma. Mógł trafić do Kosza.',
  'changed-meanwhile': 'Ten wpis zmienił się w innym miejscu. Twoje słowa są zachowane jako szkic.',
  'draft-outdated':
    'Z tego wpisu usunięto czyjeś dane, więc starych słów nie zachowano jako szkic. Zamknij formularz, otwórz go jeszcze raz i wpisz zmiany od nowa.',
  'invalid-score': 'Ocena musi być liczbą z podanej skali.',
  'print-failed':
    'Nie udało się przygotować PDF albo wydruku. Dane są bezpieczne. Spróbuj jeszcze raz.',
  'store-stopped':
    'Część programu, która przechowuje dane, nie odpowiada. Otwórz program jeszcze raz.',
  unexpected: 'W programie wystąpił błąd. Zapisane dane są bezpieczne. Naciśnij Ponów.',
} as const;
