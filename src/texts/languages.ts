import { de } from './de.ts';
import type { Texts } from './en.ts';
import { en } from './en.ts';
import { nl } from './nl.ts';
import { tr } from './tr.ts';

/** What people read, by ISO 639-1. A language that is added here is offered by the API, the pages and the settings. */
const texts = { en, nl, de, tr } as const satisfies Readonly<Record<string, Texts>>;

export type Language = keyof typeof texts;

export const languages = Object.keys(texts) as [Language, ...Language[]];

/** Of whoever asks for none, or for one that there is not. */
export const defaultLanguage: Language = 'en';

export function isLanguage(given: unknown): given is Language {
  return typeof given === 'string' && Object.hasOwn(texts, given);
}

export function textsIn(language: Language): Texts {
  return texts[language];
}
