import { createContext, useContext } from 'hono/jsx';
import { en, type Texts } from '../texts/en.ts';

/** The words of the catalogue, in the language of whoever reads the page. */
export const ReaderTexts = createContext<Texts>(en);

export function useTexts(): Texts {
  return useContext(ReaderTexts);
}

/** The pages' own words among them. */
export function useWords(): Texts['pages'] {
  return useTexts().pages;
}
