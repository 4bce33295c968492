/**
 * A variant has no SKU of its own (sheet 7.2): it goes by that of its article and the names of its choices, in their order of
 * the alphabet: `RN-M`, `MOK-Blauw-Groot`. Undefined where the article has none, or a choice has no name.
 */
export function variantSku(
  sku: string | undefined,
  choices: readonly (string | undefined)[],
): string | undefined {
  if (sku === undefined || choices.some((name) => name === undefined)) return undefined;
  return [sku, ...choices.toSorted()].join('-');
}
