/** Polish texts of refusals and failures by their code (`errors.<code>`), shown by `describeFailure`. */
export const errors = {
  'bad-input': 'Coś w tych danych się nie zgadza. Popraw zaznaczone pola. Niczego nie zapisano.',
  'unknown-call':
    'Okno poprosiło o coś, czego ta wersja programu nie zna. Otwórz program jeszcze raz.',
  'foreign-sender': 'Program odrzucił prośbę spoza swojego okna.',
  'workspace-closed': 'Dane są zamknięte. Otwórz je hasłem.',
  'workspace-exists': 'W tym folderze są już dane Strefownika. Nie nadpisano ich.',
  'wrong-passphrase': 'To nie jest hasło do tych danych. Sprawdź Caps Lock i układ klawiatury.',
  'passphrase-too-short':
    'Hasło jest za krótkie. Wpisz co najmniej 8 znaków, najlepiej kilka słów.',
  'not-a-database': 'Plik z danymi nie jest bazą Strefownika. Nie zmieniono go.',
  'key-file-damaged':
    'Plik klucza key.json jest uszkodzony, więc danych nie da się otworzyć. Niczego nie zmieniono. Jeśli masz kopię tego folderu, przywróć z niej plik key.json.',
  'key-file-missing':
    'Brakuje pliku klucza key.json, więc danych nie da się otworzyć. Niczego nie zmieniono. Jeśli masz kopię tego folderu, przywróć z niej plik key.json.',
  'newer-schema': 'Te dane zapisała nowsza wersja programu. Zainstaluj ją. Niczego nie zmieniono.',
  'newer-key-file':
    'Plik klucza zapisała nowsza wersja programu. Zainstaluj ją. Niczego nie zmieniono.',
  'second-instance': 'Te dane są już otwarte w innym oknie Strefownika. Przejdź do niego.',
  'no-write-access': 'Nie można pisać w tym folderze. Wybierz inny albo zmień jego uprawnienia.',
  'disk-full':
    'Dysk jest pełny. To, co już zapisano, jest bezpieczne. Zwolnij miejsce i naciśnij Ponów.',
  'file-damaged':
    'Plik jest uszkodzony i nie da się go odczytać. Niczego nie zmieniono. Jeśli masz kopię folderu z danymi, przywróć go z niej.',
  'file-missing':
    'Nie ma tego pliku na dysku. Jeśli masz kopię folderu z danymi, przywróć go z niej.',
  'not-found': 'Tego wpisu już nie ma. Mógł trafić do Kosza.',
  'changed-meanwhile': 'Ten wpis zmienił się w innym miejscu. Twoje słowa są zachowane jako szkic.',
  'invalid-score': 'Ocena musi być liczbą z podanej skali.',
  'print-failed': 'Nie udało się przygotować PDF. Dane raportu są bezpieczne. Naciśnij Ponów.',
  'store-stopped':
    'Część programu, która przechowuje dane, nie odpowiada. Otwórz program jeszcze raz.',
  unexpected: 'W programie wystąpił błąd. Zapisane dane są bezpieczne. Naciśnij Ponów.',
} as const;
