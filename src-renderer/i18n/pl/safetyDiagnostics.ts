/** Polish texts of the self-test, the log and a lost laptop: a part of those of safety. */
export const diagnosticsTexts = {
  selfTest: {
    title: 'Sprawdzenie',
    hint: 'Program przejrzy dane, pliki, kopie i szyfrowanie. Niczego nie zmienia.',
    run: 'Sprawdź teraz',
    again: 'Sprawdź jeszcze raz',
    running: 'Sprawdzam…',
    allGood: 'Wszystko jest w porządku.',
    troubles_one: '{{count, number}} rzecz wymaga uwagi.',
    troubles_few: '{{count, number}} rzeczy wymagają uwagi.',
    troubles_many: '{{count, number}} rzeczy wymaga uwagi.',
    troubles_other: '{{count, number}} rzeczy wymaga uwagi.',
    state: {
      good: 'dobrze',
      warning: 'do zrobienia',
      bad: 'źle',
    },
  },
  diagnostics: {
    name: {
      integrity: 'Baza danych',
      files: 'Pliki raportów',
      'free-space': 'Miejsce na dysku',
      backup: 'Kopia zapasowa',
      'second-place': 'Kopia w drugim miejscu',
      recovery: 'Kod odzyskiwania',
      encryption: 'Szyfrowanie',
      folder: 'Folder z danymi',
      runtime: 'Program',
    },
    integrity: {
      good: 'Cała baza da się odczytać i jest spójna.',
      bad: 'Części bazy nie da się odczytać. Przywróć ostatnią dobrą kopię: obecny stan zostanie przy tym zachowany.',
    },
    files: {
      good: 'Wszystkie są na miejscu ({{count, number}}); otwarto na próbę {{opened, number}}.',
      none: 'Nie ma jeszcze żadnych.',
      bad: 'Brakuje: {{missing, number}}, uszkodzonych: {{damaged, number}} (wszystkich jest {{count, number}}). Nie ma ich w żadnej kopii na tym komputerze: podłącz drugie miejsce i sprawdź jeszcze raz.',
      'in-backup':
        'Brakuje: {{missing, number}}, uszkodzonych: {{damaged, number}} (wszystkich jest {{count, number}}). Całe są w kopii z {{at}}. Zrób kopię teraz i przywróć ją: pliki wrócą, a reszta danych się nie zmieni.',
    },
    'free-space': {
      good: 'Wolne {{bytes}}.',
      warning: 'Zostało {{bytes}}. Zwolnij trochę miejsca, zanim zabraknie go na kopie.',
      bad: 'Zostało tylko {{bytes}}. Zwolnij miejsce, bo zapisywanie może się wkrótce nie udać.',
    },
    backup: {
      good: 'Ostatnia: {{at}}, sprawdzona.',
      waiting: 'Ostatnia: {{at}}, jeszcze niesprawdzona.',
      warning: 'Ostatnia: {{at}}. Zrób nową.',
      bad: 'Ostatnia: {{at}}, czyli ponad tydzień temu. Zrób nową.',
      none: 'Nie ma jeszcze żadnej. Zrób ją teraz.',
    },
    'second-place': {
      good: 'Ostatnia: {{at}}.',
      warning: 'Ostatnia: {{at}}, czyli ponad tydzień temu. Podłącz pendrive i skopiuj.',
      none: 'Nie wybrano drugiego miejsca. Kopie leżą tylko na tym komputerze.',
      empty: 'Miejsce jest wybrane, ale nie ma w nim jeszcze kopii.',
    },
    recovery: {
      good: 'Sprawdzony {{on}}.',
      warning: 'Jest, ale nie był jeszcze przepisany na próbę.',
      bad: 'Nie ma go. Zapomniane hasło oznaczałoby utratę danych.',
      demonstration: 'Demonstracja nie ma hasła, więc go nie potrzebuje.',
    },
    encryption: {
      good: 'Dane są zaszyfrowane, a klucz zamknięty hasłem.',
      demonstration:
        'Dane są zaszyfrowane, ale klucz demonstracji leży otwarty. Wpisuj tu tylko wymyślone.',
      clear: 'Plik z danymi nie jest zaszyfrowany. Nie pracuj na nim i przywróć ostatnią kopię.',
      cipher: 'Dane są zaszyfrowane inaczej, niż powinny. Przywróć ostatnią dobrą kopię.',
      settings:
        'Połączenie z danymi ma inne ustawienia, niż powinno ({{settings}}). Zamknij program i otwórz go jeszcze raz.',
      'open-key':
        'Obok danych leży klucz, którego nie chroni hasło. Przywróć ostatnią dobrą kopię.',
    },
    folder: {
      good: 'Leży na dysku tego komputera.',
      synchronised: 'Leży tam, gdzie synchronizuje go inny program. Przenieś go na zwykły dysk.',
      network: 'Leży na dysku sieciowym. Przenieś go na dysk tego komputera.',
    },
    runtime: {
      good: 'Strefownik {{version}}, Electron {{electron}}, Node {{node}}, SQLite {{sqlite}}.',
      'without-electron': 'Strefownik {{version}}, Node {{node}}, SQLite {{sqlite}}.',
    },
  },
  log: {
    open: 'Dziennik programu…',
    title: 'Dziennik programu',
    hint: 'Są w nim godziny, nazwy zdarzeń i miejsca w kodzie. Nie ma nazwisk, notatek ani żadnych Twoich słów. Przeczytaj go, zanim komuś wyślesz.',
    failed: 'Nie udało się odczytać dziennika',
    empty: 'Dziennik jest pusty.',
    path: 'Plik: {{path}}',
    copy: 'Kopiuj',
    copied: 'Skopiowano dziennik.',
    show: 'Pokaż w folderze',
  },
  lost: {
    title: 'Zgubiony laptop',
    hint: 'Dokument z tego, co program wie: jakie dane były na laptopie, jak były chronione, kiedy powstała ostatnia kopia, komu i do kiedy to zgłosić. Możesz go zrobić zawczasu i trzymać poza laptopem albo po przywróceniu kopii na nowym.',
    open: 'Pokaż dokument',
    save: 'Zapisz PDF…',
    saved: 'Zapisano dokument.',
    failed: 'Nie udało się przygotować dokumentu',
  },
} as const;
