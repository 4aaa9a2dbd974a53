import { describe, expect, it } from 'vitest';
import { coachingView } from '../../../src-main/reports/coachingView.ts';
import { prepareReport } from '../../../src-main/reports/render.ts';
import { workshopView } from '../../../src-main/reports/workshopView.ts';
import type { ReportLayer } from '../../../src-main/domain/reportLayer.ts';
import { allSamples, coachingSamples, workshopSamples } from '../../helpers/sampleReports.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const everything = () => true;

function coaching(layer: ReportLayer) {
  if (layer.kind !== 'coaching-session') throw new Error('not a coaching layer');
  return coachingView(layer);
}

function workshop(layer: ReportLayer) {
  if (layer.kind !== 'workshop') throw new Error('not a workshop layer');
  return workshopView(layer);
}

describe('a report prepared for Typst', () => {
  it.each(allSamples)('carries the layer of "%s" unchanged', (_name, layer) => {
    const job = prepareReport(layer, everything);
    expect(JSON.parse(job.inputs.layer)).toEqual(layer);
    expect(job.template).toBe(`/${layer.kind}.typ`);
  });

  it('says in a coaching report what the agreement keeps and what was not written', () => {
    expect(coaching(coachingSamples.small).scope.map(plain)).toEqual([
      'Zakres raportu określa kontrakt z 22 stycznia 2026.',
      'Zgodnie z kontraktem do raportu nie wchodzą: strony kontraktu, obecność, temat, oceny celów, zasoby, notatki z rozmowy, przebieg rozmowy (GRROW) i termin następnej sesji.',
    ]);
    expect(coaching(coachingSamples.empty).scope.map(plain)).toEqual([
      'Zakres raportu określa kontrakt z 22 stycznia 2026.',
      'W tej sesji nie zapisano: obecność, temat, cele, zasoby, kroki, notatki z rozmowy i termin następnej sesji.',
    ]);
    expect(coaching(coachingSamples.withoutAgreement).scope.join()).toContain('Bez kontraktu');
  });

  it('draws scores on both scales', () => {
    const views = coaching(coachingSamples.rich).goals.map((goal) => goal.score);
    expect(views).toEqual([
      {
        scale: '0-10',
        cells: 10,
        at: 6,
        previousAt: 4,
        text: '6\u00a0z\u00a010',
        previousText: 'poprzednio 4',
        level: '',
        note: 'Odbyło się 19 rozmów; dwa osiedla z trzech mają komplet.',
      },
      {
        scale: 'gas',
        cells: 5,
        at: 3,
        previousAt: 1,
        text: '+1',
        previousText: 'poprzednio −1',
        level: 'Lista powstaje na spotkaniu i każdy zna swoje zadanie.',
        note: '',
      },
    ]);
  });

  it('marks drafts and corrections', () => {
    const draft = coaching(coachingSamples.draft).common;
    expect([draft.draft, draft.number]).toEqual([true, 'bez numeru']);
    expect(coaching(coachingSamples.correction).common.correction).toEqual({
      line: 'Korekta nr 1 do raportu CS/2026/003',
      reason: 'Powód: W pierwszym raporcie podano złą datę sesji.',
    });
  });

  it('dates the file by its data', () => {
    expect(coaching(coachingSamples.rich).common.documentDate).toEqual({
      year: 2026,
      month: 3,
      day: 14,
    });
    expect(workshop(workshopSamples.unconfirmed).common.documentDate).toEqual({
      year: 2026,
      month: 3,
      day: 7,
    });
  });

  it('tells the workshop in figures and one sentence', () => {
    const view = workshop(workshopSamples.rich);
    expect(view.totals.map(({ value, label }) => plain(`${value} ${label}`))).toEqual([
      '3 dni szkoleniowe',
      '18 dni bibliotecznych',
      '6 dni trenerskich',
      '16,7 godziny szkoleniowej (po 60 min)',
      '18 obecnych osób',
    ]);
    expect(plain(view.agendaSummary)).toBe(
      'Bloki programu: zrealizowane 10, skrócone 1, zmienione 1, pominięte 1.',
    );
    expect(view.attendance.remarks.map(({ name, text }) => plain(`${name} ${text}`))).toEqual([
      'Dorota Ewart 5 marca: spóźniony pociąg',
      'Katarzyna Łęcka-Świątkowska 7 marca: zastępstwo: Wanda Łęcka',
      'Olga Piórkowska 7 marca: wcześniejszy powrót, ostatni autobus',
    ]);
    expect(view.attendance.rows.map(({ hours }) => hours).slice(3, 6)).toEqual([
      '18',
      '19,5',
      '12,5',
    ]);
  });

  it('averages answers, and shows no breakdown below five', () => {
    expect(workshop(workshopSamples.rich).evaluation?.questions.map(({ mean }) => mean)).toEqual([
      '4,4',
      '4,0',
      '4,6',
      '3,5',
    ]);
    expect(workshop(workshopSamples.small).evaluation).toEqual({
      answers:
        '3\u00a0anonimowe ankiety. Przy mniej niż pięciu ankietach podaje się tylko ich liczbę i komentarze.',
      questions: [],
      comments: ['Proszę o więcej przykładów.'],
    });
  });
});
