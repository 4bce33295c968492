import type { Link, ProductFacts, ProductLink } from '../../flows/links.ts';

/** SKUs that stand in the target with this link, and did not with the one before: their levels may be written from now on. */
export function newSkus(before: Link<object> | null, link: Link<object>): string[] {
  const known = new Set(before === null ? [] : skusOf(before));
  return skusOf(link).filter((sku) => !known.has(sku));
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
