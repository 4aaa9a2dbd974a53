import type { PlainDate } from '../../domain/calendar.ts';
import type { PrintedDocument } from '../../domain/printedDocument.ts';
import { longDate } from '../../reports/format.ts';

/** What a recovery sheet is made of. */
export interface RecoverySheetFacts {
  /** The code, group by group. */
  readonly groups: readonly string[];
  readonly owner: string;
  /** The day on which the workspace was made, so that two sheets can be told apart. */
  readonly madeOn: PlainDate;
  readonly today: PlainDate;
}

/**
 * The recovery sheet: the code, where to keep it, how to use it. It opens everything, so it is for paper
 * and a stick at home, never for the laptop.
 */
export function recoverySheet(facts: RecoverySheetFacts): PrintedDocument {
  return {
    title: 'Kod odzyskiwania Strefownika',
    subtitle: facts.owner,
    blocks: [
      {
        kind: 'paragraph',
        text:
          'Ten kod otwiera zaszyfrowane dane programu Strefownik, gdy nikt nie pamięta hasła. ' +
          'Działa tak samo jak hasło: kto ma kod i laptop albo kopię zapasową, przeczyta wszystko.',
      },
      { kind: 'codeGroups', groups: [...facts.groups] },
      {
        kind: 'facts',
        rows: [
          { label: 'Kod utworzono', value: longDate(facts.today) },
          { label: 'Dane założono', value: longDate(facts.madeOn) },
          { label: 'Dane prowadzi', value: facts.owner },
        ],
      },
      { kind: 'heading', text: 'Gdzie trzymać tę kartkę' },
      {
        kind: 'list',
        items: [
          'Z ważnymi dokumentami: w domu, w sejfie, w zamykanej szafce.',
          'Nigdy razem z laptopem, w jego torbie ani na pendrivie z kopiami zapasowymi.',
          'Nie fotografuj jej i nie wysyłaj pocztą.',
        ],
      },
      { kind: 'heading', text: 'Jak użyć kodu' },
      {
        kind: 'list',
        ordered: true,
        items: [
          'Otwórz Strefownik. Na stronie z hasłem wybierz „Nie pamiętam hasła”, a przy przywracaniu kopii „Kod odzyskiwania”.',
          'Wpisz grupy po kolei. Wielkość liter, spacje i kreski nie mają znaczenia; nie ma tu liter I, L, O i U.',
          'Ustaw nowe hasło. Kod zostaje ważny, dopóki nie utworzysz nowego.',
        ],
      },
      { kind: 'heading', text: 'Czego kod nie zrobi' },
      {
        kind: 'list',
        items: [
          'Nie zastąpi kopii zapasowej: bez laptopa i bez kopii nie ma czego otworzyć.',
          'Nie otworzy danych, dla których utworzono później nowy kod.',
          'Nie otworzy cudzych danych: pasuje tylko do tych jednych.',
          'Zgubionego kodu nikt nie odtworzy, nawet autorzy programu.',
        ],
      },
      { kind: 'boxes', labels: ['przepisane ręcznie (dzień)', 'gdzie schowane'] },
    ],
  };
}
