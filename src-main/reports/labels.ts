import type { AgreementField } from '../domain/reportLayer.ts';
import type { LayerResource, LayerStep } from '../domain/coachingLayer.ts';
import type { ReportLayer } from '../domain/reportLayer.ts';
import type { LayerOverride } from '../domain/workshopLayer.ts';
import type { WordForms } from './format.ts';

/** Words of what an agreement shares, as they stand in a list inside a sentence. */
export const agreementFieldWords: Readonly<Record<AgreementField, string>> = {
  parties: 'strony kontraktu',
  attendance: 'obecność',
  topic: 'temat',
  goals: 'cele',
  goalScores: 'oceny celów',
  resources: 'zasoby',
  steps: 'kroki',
  reportNotes: 'notatki z rozmowy',
  grrow: 'przebieg rozmowy (GRROW)',
  nextSession: 'termin następnej sesji',
};

/** Words of what kind of resource it is. */
export const resourceKindWords: Readonly<Record<LayerResource['kind'], string>> = {
  strengths: 'mocne strony',
  people: 'ludzie',
  knowledge: 'wiedza',
  relations: 'relacje i partnerzy',
  place: 'miejsce',
  equipment: 'sprzęt i ICT',
  money: 'pieniądze',
  time: 'czas',
  other: 'inne',
};

/** Words of a step's state. */
export const stepStateWords: Readonly<Record<LayerStep['state'], string>> = {
  open: 'w toku',
  done: 'zrobione',
  dropped: 'zaniechane',
};

/** Words of what a warning was about. */
export const overrideWords: Readonly<Record<LayerOverride['about'], string>> = {
  holiday: 'Dzień wolny',
  phase: 'Poza fazą edycji',
  'day-count': 'Liczba dni',
};

type Author = ReportLayer['author'];

/** Words of what a person does, in the form the person uses. */
export const roleWords: Readonly<Record<Author['role'], Readonly<Record<Author['form'], string>>>> =
  {
    trainer: { feminine: 'trenerka', masculine: 'trener' },
    coach: { feminine: 'coachka', masculine: 'coach' },
    advisor: { feminine: 'doradczyni', masculine: 'doradca' },
    coordinator: { feminine: 'koordynatorka', masculine: 'koordynator' },
  };

/** Nouns counted in a workshop report. */
export const countedWords = {
  days: {
    one: 'dzień szkoleniowy',
    few: 'dni szkoleniowe',
    many: 'dni szkoleniowych',
    other: 'dnia szkoleniowego',
  },
  libraryDays: {
    one: 'dzień biblioteczny',
    few: 'dni biblioteczne',
    many: 'dni bibliotecznych',
    other: 'dnia bibliotecznego',
  },
  trainerDays: {
    one: 'dzień trenerski',
    few: 'dni trenerskie',
    many: 'dni trenerskich',
    other: 'dnia trenerskiego',
  },
  trainingHours: {
    one: 'godzina szkoleniowa',
    few: 'godziny szkoleniowe',
    many: 'godzin szkoleniowych',
    other: 'godziny szkoleniowej',
  },
  presentPeople: {
    one: 'obecna osoba',
    few: 'obecne osoby',
    many: 'obecnych osób',
    other: 'osoby',
  },
} satisfies Record<string, WordForms>;
