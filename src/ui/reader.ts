import { createContext, useContext } from 'hono/jsx';
import { en, type Texts } from '../texts/en.ts';
import { inWords } from '../texts/in-words.ts';

/** The words of the catalogue, in the language of whoever reads the page. */
export const ReaderTexts = createContext<Texts>(en);

/** Where times are told, by its name: `Europe/Amsterdam`. Every page says at its foot which it is. */
export const ReaderZone = createContext('UTC');

export function useTexts(): Texts {
  return useContext(ReaderTexts);
}

/** The pages' own words among them. */
export function useWords(): Texts['pages'] {
  return useTexts().pages;
}

/** Makes of a sentence that names settings by their codes, as it is told over the API, one that names them as the forms do. */
export function useInWords(): (sentence: string, flow?: string) => string {
  const texts = useTexts();
  return (sentence, flow) => inWords(sentence, texts, flow);
}
