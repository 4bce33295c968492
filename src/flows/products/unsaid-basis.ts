/** A flow whose prices nobody can carry: of one end it is not known whether they include VAT. Every product that has one is parked. */
import { type Problem, rejected } from '../../records/problem.ts';
import type { End } from '../contract.ts';
import type { ProductsSettings } from './settings.ts';

/** A system tells of its prices as a source what it tells of them as a target; one that takes no products is not judged. */
export function unsaidBases({ price, fields }: ProductsSettings, source: End, target: End): Problem[] {
  const isPriced = fields.price !== 'never' || fields.listPrice !== 'never';
  if (price.basis === 'asSource' || !isPriced) return [];
  const ends = { source, target };
  return (['source', 'target'] as const)
    .filter((of) => price.pricesIncludeVat[of] === undefined && isSilent(ends[of]))
    .map((of) => rejected('prices_unsaid', { system: ends[of].connector.name, of }));
}

function isSilent({ connector, account }: End): boolean {
  return connector.products?.target?.traits(account).pricesIncludeVat === null;
}
