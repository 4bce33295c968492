import type { Link, ProductFacts, ProductLink } from '../../flows/links.ts';

/**
 * SKUs whose levels are other ones with this link than with the one before: they stand in the target now, and did not, or are not sold for
 * now, or are again.
 */
export function movedSkus(before: Link<object> | null, link: Link<object>): string[] {
  const known = new Set(before === null ? [] : skusOf(before));
  const [offBefore, off] = [before === null ? [] : skusOff(before), skusOff(link)];
  const switched = [
    ...offBefore.filter((sku) => !off.includes(sku)),
    ...off.filter((sku) => !offBefore.includes(sku)),
  ];
  return [...new Set([...skusOf(link).filter((sku) => !known.has(sku)), ...switched])];
}

/** SKUs of variants that the source does not sell for now, where the target cannot be told so. */
export function skusOff(link: Link<object>): string[] {
  if (!isOfProduct(link)) return [];
  return Object.values(link.facts.variants).flatMap(({ off, sku }) => (off && sku !== '' ? [sku] : []));
}

/** None of a link of something else. */
function skusOf(link: Link<object>): string[] {
  if (!isOfProduct(link)) return [];
  const { sku, variants, apart = {} } = link.facts;
  const all = [
    sku,
    ...Object.values(variants).map((variant) => variant.sku),
    ...Object.values(apart).flatMap(skusOf),
  ];
  return all.filter((each) => each !== '');
}

export function isOfProduct(link: Link<object>): link is ProductLink {
  const facts: Partial<ProductFacts> = link.facts;
  return typeof facts.sku === 'string' && facts.variants !== undefined;
}
