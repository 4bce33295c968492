/** What of a product a target does not take, while the rest of it is written. */
export const catalogueCalls = {
  /** `sku`: of the product; empty where it has none. */
  picture_refused: ({ field, sku }: { readonly field: string; readonly sku: string }) => ({
    message: `A picture of ${sku || 'a product'} (${field}) could not be sent, or was not taken.`,
    action:
      'Check whether its address works, and whether it is a picture of a usual kind and size; then retry. Everything else of the product was written.',
  }),
  attribute_unknown: ({
    system,
    attribute,
    product,
  }: {
    readonly system: string;
    readonly attribute: string;
    readonly product: string;
  }) => ({
    message: `${system} has no attribute ${attribute} for ${product}, or not of a kind that can be used here.`,
    action: `Add it in ${system}, or choose another one in the settings, and retry.`,
  }),
  option_unknown: ({
    system,
    option,
    value,
    product,
  }: {
    readonly system: string;
    readonly option: string;
    readonly value: string;
    readonly product: string;
  }) => ({
    message: `${system} does not know ${value || 'a value'} as a value of ${option}, which ${product} needs.`,
    action: `Add it in ${system}, or set "createValues" to true, and retry.`,
  }),
  variant_prices_bound: ({ system, product }: { readonly system: string; readonly product: string }) => ({
    message: `The prices of the variants of ${product} cannot be kept in ${system}: there every value of an option adds the same amount to all variants that have it.`,
    action:
      'Give the variants prices that come of such amounts; or set "variants" to "split", and retry. Everything else of the product was written.',
  }),
  tax_class_unknown: ({
    system,
    taxClass,
    product,
  }: {
    readonly system: string;
    readonly taxClass: string;
    readonly product: string;
  }) => ({
    message: `${system} has no tax class ${taxClass} for ${product}.`,
    action: 'Correct the setting "vat" and retry.',
  }),
  /** A product that was to be hidden. */
  product_shown: ({ system, product }: { readonly system: string; readonly product: string }) => ({
    message: `${product} is still shown in ${system}: there a product is hidden in its categories, and it is in none.`,
    action: `Put it into a category in ${system} and retry, or take it out of sale there by hand.`,
  }),
  /** A category that a product was to be taken out of. */
  category_kept: ({
    system,
    category,
    product,
  }: {
    readonly system: string;
    readonly category: string;
    readonly product: string;
  }) => ({
    message: `${system} left ${product} in the category ${category}, from which it was to be taken.`,
    action: `Take it out in ${system} by hand, then retry.`,
  }),
  /** A variant's SKU is that of another product of the target. */
  variant_taken: ({ system, sku }: { readonly system: string; readonly sku: string }) => ({
    message: `${system} has another product with the SKU ${sku}: it was not made a variant.`,
    action: `Give one of them another SKU, and retry.`,
  }),
  /** A variant that the target has already under another SKU: it has no two of the same options. */
  options_taken: ({
    system,
    sku,
    other,
  }: {
    readonly system: string;
    readonly sku: string;
    readonly other: string;
  }) => ({
    message: `${system} has a variant with the options of ${sku} under the SKU ${other}, and takes no two of the same options: it was left as it is.`,
    action: `Give both the same SKU, or remove the one in ${system} by hand, then retry.`,
  }),
  location_unknown: ({ system, location }: { readonly system: string; readonly location: string }) => ({
    message: `${system} has no place ${location} where stock is kept.`,
    action: 'Choose another place in the settings.',
  }),
};
