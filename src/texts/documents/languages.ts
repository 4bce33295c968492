import { de } from './de.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';
import type { DocumentTexts } from './texts.ts';
import { tr } from './tr.ts';

/** Languages that books are kept in, by ISO 639-1. */
export const documentLanguages = ['nl', 'en', 'de', 'fr', 'tr'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

export const documentTexts: Readonly<Record<DocumentLanguage, DocumentTexts>> = { nl, en, de, fr, tr };
