import i18next from 'i18next';
import { useTranslation, initReactI18next } from 'react-i18next';
import { pl } from './pl/index.ts';
import type { ParamsOf, PathsOf, SentenceAt, TranslationOf } from './types.ts';

/** Every text of the interface, by its path: `'shell.nav.today'`, `'ui.count.day'`. */
export type TextKey = PathsOf<typeof pl>;

type ParamName<Key extends TextKey> = ParamsOf<SentenceAt<typeof pl, Key>>;

/** The values a text needs: the names between its braces; none for a plain text. */
export type TextParams<Key extends TextKey> = [ParamName<Key>] extends [never]
  ? []
  : [
      params: {
        readonly [Name in ParamName<Key>]: Name extends 'count' ? number : string | number;
      },
    ];

/** Gives the sentence at a key in the language of the interface. */
export type Translate = <Key extends TextKey>(key: Key, ...params: TextParams<Key>) => string;

/** A language joins here, and does not compile before it says everything Polish says. */
const languages = { pl: { translation: pl } } satisfies Readonly<
  Record<string, { readonly translation: TranslationOf<typeof pl> }>
>;

const instance = i18next.createInstance();

// Resources are in the bundle, so this finishes synchronously; a failure would be a programming error.
void instance.use(initReactI18next).init({
  lng: 'pl',
  fallbackLng: 'pl',
  resources: languages,
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
});

/** i18next without its own types of keys: ours are narrower, and know the params. */
function say(key: string, params: Readonly<Record<string, string | number>>): string {
  return instance.t(key, params);
}

/** A text outside React (stores, formatters). Inside components use {@link useText}. */
export const text: Translate = (key, ...params) => say(key, params[0] ?? {});

/** A text for a key known only at run time, or `null` when there is none (error codes). */
export function textIfAny(
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string | null {
  return instance.exists(key, params) ? say(key, params) : null;
}

/** The typed translator of the current language; the component renders again when it changes. */
export function useText(): Translate {
  useTranslation(undefined, { i18n: instance });
  return text;
}
