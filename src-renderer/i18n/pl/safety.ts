import { diagnosticsTexts } from './safetyDiagnostics.ts';

/** Polish texts of the safety of data: backups, restoring, keys, the self-test. */
export const safety = {
  failed: 'Nie udało się wczytać stanu zabezpieczeń',
  guards: {
    title: 'Co teraz chroni dane',
    name: {
      backup: 'Kopia zapasowa',
      second: 'Kopia w drugim miejscu',
      recovery: 'Kod odzyskiwania',
      lock: 'Blokada',
    },
    ok: 'w porządku',
    missing: 'brakuje',
    old: 'za stara',
    stale: 'sprzed kilku dni',
    waiting: 'czeka na sprawdzenie',
    problem: 'nie udała się',
    off: 'wyłączona',
    needless: 'niepotrzebne',
    backup: 'Ostatnia: {{when}}. Program otworzył ją i sprawdził.',
    backupWaiting: 'Ostatnia: {{when}}. Za chwilę program otworzy ją i sprawdzi.',
    backupOld_one: 'Ostatnia: {{when}}, {{count, number}} dzień temu.',
    backupOld_few: 'Ostatnia: {{when}}, {{count, number}} dni temu.',
    backupOld_many: 'Ostatnia: {{when}}, {{count, number}} dni temu.',
    backupOld_other: 'Ostatnia: {{when}}, {{count, number}} dnia temu.',
    backupProblem: 'Ostatniej kopii nie udało się zrobić. Powód jest niżej.',
    noBackup: 'Nie ma jeszcze żadnej. Program zrobi ją sam przy zamykaniu.',
    second: 'Ostatnia: {{when}}.',
    secondProblem: 'Ostatniej próby nie udało się dokończyć. Powód jest niżej.',
    secondEmpty: 'Miejsce jest wybrane, ale nie ma w nim jeszcze kopii.',
    noSecond: 'Kopie leżą tylko na tym komputerze. Jeśli zginie, zginą razem z nim.',
    recovery: 'Przepisany i sprawdzony {{on}}.',
    recoveryUnchecked: 'Jest. Otworzy dane, gdy zapomnisz hasła.',
    recoveryDemonstration: 'Demonstracja nie ma hasła.',
    noRecovery: 'Bez niego zapomniane hasło oznacza utratę wszystkich danych.',
    lock_one: 'Po {{count, number}} minucie bez pracy okno poprosi o hasło.',
    lock_few: 'Po {{count, number}} minutach bez pracy okno poprosi o hasło.',
    lock_many: 'Po {{count, number}} minutach bez pracy okno poprosi o hasło.',
    lock_other: 'Po {{count, number}} minuty bez pracy okno poprosi o hasło.',
    lockDemonstration: 'Demonstracja nie ma hasła, więc nie ma czym jej zamknąć.',
    noLock: 'Okno zostaje otwarte, dopóki go nie zablokujesz.',
  },
  damage: {
    title: 'Części danych nie da się odczytać',
    body: 'Wykryło to sprawdzenie z {{when}}. Zaznacz na liście ostatnią dobrą kopię i zobacz, co w niej jest; przywrócenie da się cofnąć.',
  },
  files: {
    title: 'Części zapisanych plików nie da się odczytać',
    body: 'Sprawdzenie z {{when}}: brakuje {{missing, number}}, uszkodzonych {{damaged, number}}. To zamknięte raporty i protokoły; reszta danych jest na miejscu.',
    inBackup:
      'Całe leżą w kopii z {{of}}. Naciśnij „Zrób kopię teraz”, a potem przywróć tę nową kopię: pliki wrócą, a reszta danych się nie zmieni.',
    partly:
      'W kopii z {{of}} leży całych {{count, number}}. Naciśnij „Zrób kopię teraz” i przywróć tę nową kopię, żeby wróciły. Pozostałych program poszuka w drugim miejscu, gdy je podłączysz.',
    nowhere:
      'Nie ma ich w całości w żadnej kopii na tym komputerze. Podłącz drugie miejsce i naciśnij „Sprawdź teraz”: program poszuka ich tam.',
  },
  aside: {
    title: 'Odłożone pliki',
    hint: 'Gdy kopia zastępuje dane, których nie da się otworzyć, program ich nie usuwa, tylko odkłada w folderze z danymi. Usuń je dopiero wtedy, gdy masz pewność, że niczego ci nie brakuje. Mogą zawierać dane osób, które potem usunięto.',
    database: 'Dane odłożone {{when}}',
    key: 'Plik klucza odłożony {{when}}',
    where: 'Podfolder „{{name}}”, {{size}}',
    remove: 'Usuń…',
    removeTitle: 'Usunąć odłożone pliki?',
    removeBody:
      'To, co odłożono {{when}}, zniknie na zawsze. Dzisiejsze dane i kopie zapasowe zostaną.',
    removeNow: 'Usuń na zawsze',
    removed: 'Usunięto odłożone pliki.',
  },
  lostLog: {
    title: 'Może brakować ostatnich zapisów',
    body: 'Gdy program był zamknięty, z folderu z danymi zniknął plik z ostatnimi zmianami. Sprawdź ostatnie sesje i warsztaty; jeśli czegoś brakuje, zajrzyj do kopii.',
  },
  folder: {
    synchronised: 'Dane leżą w folderze, który synchronizuje inny program',
    network: 'Dane leżą na dysku sieciowym',
    body: 'Taki folder potrafi podmienić plik w trakcie pracy i uszkodzić dane. Przenieś folder z danymi na dysk tego komputera. Na kopię zapasową takie miejsce jest dobre.',
  },
  copies: {
    title: 'Kopie zapasowe',
    hint: 'Robią się same: przy zamykaniu, codziennie i co godzinę pracy. Są zaszyfrowane tak samo jak dane i każda jest otwierana na próbę.',
    make: 'Zrób kopię teraz',
    made: 'Kopia jest zrobiona.',
    show: 'Pokaż folder z kopiami',
    failed: 'Nie udało się wczytać listy kopii',
    none: 'Nie ma jeszcze żadnej kopii.',
    problem: 'Ostatniej kopii nie udało się zrobić',
    problems: {
      'disk-full':
        'Dysk jest pełny. Dane są na miejscu. Zwolnij trochę miejsca i naciśnij „Zrób kopię teraz”.',
      'no-write-access':
        'Nie można pisać w folderze z kopiami. Dane są na miejscu. Sprawdź uprawnienia do folderu i naciśnij „Zrób kopię teraz”.',
      'backup-damaged':
        'Kopia powstała, ale przy sprawdzaniu nie dała się odczytać. Dane są na miejscu. Naciśnij „Zrób kopię teraz”.',
      'file-damaged':
        'Części danych nie da się odczytać, więc ich kopia też byłaby uszkodzona. Przywróć ostatnią dobrą kopię z listy poniżej.',
      'file-missing':
        'Brakuje pliku, który powinien wejść do kopii. Przywróć ostatnią dobrą kopię z listy poniżej.',
      'key-file-damaged':
        'Plik klucza key.json jest uszkodzony. Bez niego kopii nikt by nie otworzył. Przywróć ostatnią dobrą kopię z listy poniżej.',
      'key-file-missing':
        'Brakuje pliku klucza key.json. Bez niego kopii nikt by nie otworzył. Przywróć ostatnią dobrą kopię z listy poniżej.',
      unexpected:
        'Program nie wie dlaczego. Dane są na miejscu. Naciśnij „Zrób kopię teraz”; jeśli to się powtórzy, zajrzyj do dziennika programu.',
    },
    all: 'Pokaż wszystkie ({{count, number}})',
    choose: 'Zaznacz kopię na liście.',
    restore: 'Przywróć…',
    remove: 'Usuń kopię',
    removeTitle: 'Usunąć tę kopię?',
    removeBody: 'Kopia z {{when}} zniknie na zawsze. Dzisiejsze dane i pozostałe kopie zostaną.',
    lastStays: 'Najnowszej dobrej kopii nie da się usunąć.',
    restored: 'Przywrócono stan z {{from}}',
    restoredBody: 'Stało się to {{at}}. To, co było wcześniej, jest zachowane i może wrócić.',
    undo: 'Cofnij przywrócenie',
    undoTitle: 'Cofnąć przywrócenie?',
    undoBody:
      'Wrócą dane sprzed przywrócenia ({{at}}). Obecny stan program najpierw zachowa jako kopię.',
    undone: 'Cofnięto przywrócenie.',
    undoOther:
      'Wrócą dane sprzed przywrócenia ({{at}}). To inne dane niż obecne, więc otwiera je ich własne hasło. Obecny stan program najpierw zachowa jako kopię.',
  },
  second: {
    title: 'Drugie miejsce na kopie',
    hint: 'Pendrive albo dysk sieciowy, który nie leży razem z laptopem. Kopia jest zaszyfrowana, więc znaleziony pendrive niczego nie zdradzi.',
    path: 'Miejsce',
    last: 'Ostatnia kopia',
    never: 'jeszcze żadnej',
    choose: 'Wybierz miejsce…',
    change: 'Zmień miejsce…',
    copy: 'Skopiuj teraz',
    copied: 'Najnowsza dobra kopia leży teraz także w drugim miejscu.',
    away: 'Tego miejsca teraz nie widać',
    awayBody:
      'Podłącz pendrive albo dysk sieciowy. Gdy się pojawi, program skopiuje tam najnowszą kopię.',
    empty: 'W drugim miejscu nie ma jeszcze kopii',
    due: 'Kopia w drugim miejscu ma ponad tydzień',
    dueBody: 'Naciśnij „Skopiuj teraz”, a potem odłóż pendrive z dala od laptopa.',
    problem: 'Ostatniej kopii w drugim miejscu nie udało się zrobić',
    problems: {
      'disk-full':
        'W tym miejscu brakuje wolnego miejsca. Kopie na komputerze są na miejscu. Zwolnij trochę miejsca albo wybierz większy nośnik i naciśnij „Skopiuj teraz”.',
      'no-write-access':
        'W tym miejscu nie można pisać: jest tylko do odczytu albo brakuje uprawnień. Sprawdź przełącznik blokady na nośniku albo wybierz inne miejsce.',
      'file-too-large':
        'To miejsce nie przyjmuje plików większych niż 4 GB, jak pendrive w formacie FAT32. Wybierz inne albo sformatuj pendrive jako exFAT lub NTFS. Formatowanie usuwa z niego wszystko.',
      'place-missing':
        'Miejsce zniknęło w trakcie kopiowania. Podłącz je jeszcze raz i naciśnij „Skopiuj teraz”.',
      'backup-damaged':
        'Kopia w tym miejscu nie dała się odczytać. Nośnik może się psuć: wybierz inny i naciśnij „Skopiuj teraz”.',
      unexpected:
        'Program nie wie dlaczego. Kopie na komputerze są na miejscu. Naciśnij „Skopiuj teraz”; jeśli to się powtórzy, wybierz inne miejsce.',
    },
    forget: 'Zapomnij to miejsce',
    forgetTitle: 'Nie kopiować więcej w to miejsce?',
    forgetBody:
      'Kopie, które już tam leżą, zostaną. Program przestanie je dokładać i o nich przypominać.',
  },
  keys: {
    title: 'Hasło i kod odzyskiwania',
    hint: 'Jedno i drugie otwiera te same dane. Zmiana trwa chwilę i obejmuje też kopie, do których program ma wtedy dostęp. Kopię, która leży osobno, otwiera hasło z dnia, w którym powstała.',
    change: 'Zmień hasło…',
    changeTitle: 'Zmiana hasła',
    changeNow: 'Zmień hasło',
    changed: 'Od teraz dane otwiera nowe hasło.',
    changeHint: 'Kod odzyskiwania zostaje ten sam. Kopie na tym komputerze też otworzy nowe hasło.',
    current: 'Obecne hasło',
    currentMissing: 'Wpisz hasło, którym otwierasz dane.',
    wrong: 'To nie jest hasło tych danych.',
    firstCode: 'Utwórz kod odzyskiwania…',
    newCode: 'Utwórz nowy kod…',
    makeCode: 'Utwórz kod',
    first: 'Kod otworzy dane, gdy zapomnisz hasła. Najpierw potwierdź, że to Ty.',
    replaces:
      'Nowy kod zastąpi obecny dopiero wtedy, gdy go przepiszesz. Najpierw potwierdź, że to Ty.',
    codeWorks: 'Kod działa. Schowaj kartkę tam, gdzie nie ma komputera.',
  },
  ...diagnosticsTexts,
  backups: {
    until: '{{counts}}, do {{day}}',
    empty: 'jeszcze bez wpisów',
    contentsUnknown: 'Zawartość jeszcze nieznana',
    unreadable: 'Nie da się jej odczytać',
    secondPlace: 'drugie miejsce',
    reason: {
      closing: 'przy zamykaniu',
      hourly: 'w czasie pracy',
      daily: 'codzienna',
      'by-hand': 'zrobiona ręcznie',
      'before-migration': 'przed nową wersją',
      'before-import': 'przed importem',
      'before-restore': 'przed przywróceniem',
    },
    state: {
      verified: 'sprawdzona',
      waiting: 'niesprawdzona',
      damaged: 'uszkodzona',
    },
  },
  restore: {
    title: 'Przywrócić ten stan?',
    looking: 'Zaglądam do kopii…',
    lookFailed: 'Nie udało się zajrzeć do kopii',
    of: 'Kopia z {{moment}}, {{reason}}.',
    ofUnknown: 'Kopia z {{moment}}.',
    beside: 'Co jest w kopii',
    what: 'Rodzaj wpisów',
    now: 'Teraz',
    then: 'W kopii',
    change: 'Różnica',
    count: {
      libraries: 'Biblioteki',
      people: 'Osoby',
      workshops: 'Warsztaty',
      sessions: 'Sesje coachingowe',
      reports: 'Raporty',
    },
    lastOn: 'Ostatni dzień pracy',
    none: 'brak',
    same: 'bez zmian',
    earlier: 'wcześniej',
    later: 'później',
    will: 'Co się stanie',
    steps: {
      open: {
        first: 'Program najpierw zachowa obecny stan jako kopię.',
        second: 'Potem wstawi w to miejsce stan z kopii i go otworzy.',
        third: 'Przywrócenie możesz cofnąć, od razu albo później w Ustawieniach.',
      },
      locked: {
        first: 'Obecne dane zostaną zachowane w całości, nie usunięte.',
        second: 'W ich miejsce trafi stan z kopii i od razu się otworzy.',
        third: 'Później dane otworzy to samo hasło, które otwiera kopię.',
      },
      damaged: {
        first: 'To, co leży teraz w folderze z danymi, zostanie odłożone, nie usunięte.',
        second: 'W to miejsce trafi stan z kopii i od razu się otworzy.',
        third: 'Później dane otworzy to samo hasło, które otwiera kopię.',
      },
      empty: {
        first: 'Dane z kopii trafią na ten komputer i od razu się otworzą.',
        second: 'Kopia zostanie nietknięta tam, gdzie leży.',
        third: 'Później dane otworzy to samo hasło, które otwiera kopię.',
      },
    },
    keyKind: 'Czym otworzyć kopię',
    passphrase: 'Hasło',
    passphraseLabel: 'Hasło do kopii',
    passphraseHint:
      'Zwykle ostatnie. Kopię, która leżała osobno, otwiera hasło z dnia, w którym powstała.',
    recovery: 'Kod odzyskiwania',
    run: 'Przywróć stan z {{moment}}',
    running: 'Przywracam. Nie wyłączaj komputera.',
    done: 'Przywrócono stan z {{moment}}.',
    doneOther:
      'Przywrócono stan z {{moment}}. Poprzednie dane są zachowane: wrócisz do nich w Ustawieniach, ich własnym hasłem.',
    doneAside:
      'Przywrócono stan z {{moment}}. Poprzednie pliki leżą w folderze z danymi, w podfolderze „odlozone-…”.',
    keyBack:
      'Niczego nie trzeba było cofać: z kopii wrócił tylko plik klucza. Dane są takie, jak zapisano je ostatnio, a otwiera je to samo, co otworzyło kopię.',
  },
  lock: {
    title: 'Blokada',
    hint: 'Program zamyka dane i prosi o hasło, gdy nikt nie dotyka komputera i gdy komputer usypia. To, co wpisujesz, zapisuje wcześniej. Otwarty widok sali warsztatu działa dalej, ale tylko on.',
    minutes: 'Po jakim czasie bez dotykania komputera',
    never: 'nigdy',
    now: 'Zablokuj teraz',
  },
  keychain: {
    title: 'Otwieranie bez hasła na tym komputerze',
    hint: 'Klucz do danych przechowa system, tak jak przechowuje inne hasła. Przy starcie programu dane otworzą się same. Po zablokowaniu program nadal prosi o hasło.',
    label: 'Otwieraj dane przy starcie bez hasła',
    meaning:
      'Kto zaloguje się na Twoje konto na tym komputerze, otworzy też dane. Włącz to tylko wtedy, gdy konto ma własne hasło i nikt inny z niego nie korzysta.',
    unavailable:
      'Na tym komputerze nie można tego włączyć: system nie ma bezpiecznego schowka na klucze, więc klucz leżałby na dysku niezaszyfrowany. Dane otwiera hasło.',
    gone: 'System nie pokazuje teraz swojego schowka na klucze. Przy starcie trzeba wpisać hasło.',
    turnOnTitle: 'Otwierać dane bez hasła?',
    turnOn: 'Włącz',
    turnedOn: 'Od następnego startu dane otworzą się bez hasła.',
    turnedOff: 'Przy starcie program znowu poprosi o hasło.',
    passphrase: 'Hasło do danych',
    passphraseMissing: 'Wpisz hasło.',
    wrong: 'To nie jest hasło do tych danych.',
  },
} as const;
