import type { Candidate } from '../played.ts';
import { categoriesConform } from './categories.ts';
import { productSourceConforms } from './products-read.ts';
import { productTargetConforms } from './products-written.ts';
import { stockConforms } from './stock.ts';

/** What every connector must do that has a catalogue. Of what it does not declare there is no test. */
export function catalogueConforms(candidate: Candidate): void {
  const { products } = candidate.connector;
  if (products?.source) productSourceConforms(candidate, products.source);
  if (products?.target) productTargetConforms(candidate, products.target);
  categoriesConform(candidate);
  stockConforms(candidate);
}
