/** Why a product needs a person, or goes without a part of it. */
interface Place {
  readonly of: 'source' | 'target';
  readonly system?: string;
  readonly sku: string;
  /** Ids of those that have it; of a variant `product/variant`, or the target's own. */
  readonly places: readonly string[];
}

/** Why a picture cannot be had, by the code of the problem that fetching it ended with. */
const pictureFaults: Readonly<Record<string, string>> = {
  picture_too_large: 'it is larger than may be sent',
  picture_unreachable: 'its address does not answer with it',
  picture_not_one: 'what its address answers with is not a picture',
  picture_address: 'its address is not a public one that begins with https',
};

export const products = {
  /** `fields`: of the product, or behind the SKU of a variant. */
  product_conflict: ({
    system,
    sku,
    fields,
  }: {
    readonly system: string;
    readonly sku: string;
    readonly fields: readonly string[];
  }) => ({
    message: `The product ${sku} was changed on both sides since they were last equal, in the source and in ${system}: ${fields.join(', ')}. Everything else was carried. Both values are in the activity, and on the page of this record.`,
    action:
      'Look at both values, enter the right one in both systems, and retry; or skip this, and the two stay different. With "conflicts" set to "source" the source is followed from now on.',
  }),
  /** Without `of`: a preview was asked for one that the source does not have. `id`: the product that was deleted. */
  product_gone: ({
    of,
    system,
    id,
  }: {
    readonly of?: 'target';
    readonly system?: string;
    readonly id?: string;
  }) =>
    of === undefined
      ? { message: 'The source has no product with this id.', action: 'Check the id.' }
      : {
          message: `The product was deleted in ${system} (${id}), and has changed in the source since.`,
          action: `To have it created in ${system} again, sync it by its id; or skip it, and it is left alone until it changes. A retry changes nothing.`,
        },
  sku_missing: ({ id }: { readonly id: string }) => ({
    message: `Product ${id}, or one of its variants, has no SKU: it can be neither found nor created.`,
    action: 'Give it a SKU in the source; or set "withoutSku" to "skip".',
  }),
  sku_twice: ({ of, system = 'the target', sku, places }: Place) => ({
    message: `The SKU "${sku}" stands ${places.length} times in ${of === 'source' ? 'the source' : system}, as ${system === 'the target' ? 'the target' : system} compares SKUs: ${places.join(', ')}.`,
    action: 'Give each of them a SKU of its own and retry.',
  }),
  /** `by`: ids of the target. */
  sku_taken: ({
    system,
    sku,
    by,
  }: {
    readonly system: string;
    readonly sku: string;
    readonly by: readonly string[];
  }) => ({
    message: `The SKU "${sku}" belongs to something else in ${system}: ${by.join(', ')}. Nothing was written.`,
    action: 'Correct the SKU in one of the two systems and retry.',
  }),
  sku_linked: ({
    system,
    sku,
    id,
    other,
  }: {
    readonly system: string;
    readonly sku: string;
    readonly id: string;
    readonly other: string;
  }) => ({
    message: `The product of ${system} with the SKU "${sku}" (${id}) is kept in step with another product of the source (${other}).`,
    action: 'Give one of the two a SKU of its own in the source and retry.',
  }),
  product_currency: ({
    system,
    sku,
    currency,
    held,
  }: {
    readonly system: string;
    readonly sku: string;
    readonly currency: string;
    readonly held: string;
  }) => ({
    message: `The price of product ${sku} is in ${currency}; ${system} keeps prices in ${held}. Nothing is converted.`,
    action:
      'Enter it in that currency in the source; or set "fields.price" and "fields.listPrice" to "never".',
  }),
  price_basis_unknown: ({ sku, of }: { readonly sku: string; readonly of: 'source' | 'target' }) => ({
    message: `It is not stated whether prices of the ${of} include VAT: the price of product ${sku} cannot be carried.`,
    action: `Set "price.pricesIncludeVat.${of}" to true or false, or state it in the field "prices" of its connection, where it has one, and retry.`,
  }),
  /** A warning. `of`: the end of the flow. */
  prices_unsaid: ({ system, of }: { readonly system: string; readonly of: 'source' | 'target' }) => ({
    message: `Nobody tells whether prices of ${system} include VAT: products that have one need you.`,
    action: `Say it in the field "prices" of the connection where it has one, or set "price.pricesIncludeVat.${of}" of the flow to true or false; then retry what needs you.`,
  }),
  product_vat_unknown: ({ sku, vatClass }: { readonly sku: string; readonly vatClass: string }) => ({
    message: `The two systems differ in whether prices include VAT, and the VAT rate of product ${sku} is not known${vatClass && ` (its tax class is "${vatClass}")`}.`,
    action: `Give it a VAT rate in the source; or add ${vatClass ? `"${vatClass}"` : 'a default'} to the setting "price.vatRate", and retry.`,
  }),
  too_many_variants: ({
    system,
    sku,
    count,
    max,
  }: {
    readonly system: string;
    readonly sku: string;
    readonly count: number;
    readonly max: number;
  }) => ({
    message: `Product ${sku} has ${count} variants; ${system} takes ${max}.`,
    action: 'Divide it into several products in the source.',
  }),
  option_without_value: ({ sku, option }: { readonly sku: string; readonly option: string }) => ({
    message: `The option "${option}" of product ${sku} has no value, or a variant has none of it: that variant was left out. Everything else was carried.`,
    action: 'Complete the option in the source and retry.',
  }),
  /** `number` counts from 1; `why`: the code of what fetching it ended with. */
  picture_unsent: ({
    system,
    sku,
    number,
    why,
  }: {
    readonly system: string;
    readonly sku: string;
    readonly number: number;
    readonly why: string;
  }) => ({
    message: `Picture ${number} of product ${sku} is not in ${system}: ${Object.hasOwn(pictureFaults, why) ? pictureFaults[why] : `fetching it ended with ${why}`}. Everything else was carried.`,
    action: 'Correct the picture in the source and retry.',
  }),
  picture_too_large: ({ max }: { readonly max: number }) => ({
    message: `The picture has more than ${max} bytes.`,
    action: 'Make it smaller in the source and retry.',
  }),
  picture_unreachable: ({ status }: { readonly status?: number }) => ({
    message: `The address of the picture does not answer with it${status === undefined ? '' : ` (status ${status})`}.`,
    action: 'Correct the picture in the source and retry.',
  }),
  picture_not_one: () => ({
    message: 'What the address of the picture answers with is not a picture.',
    action: 'Correct the picture in the source and retry.',
  }),
  picture_address: () => ({
    message: 'The address of the picture is not a public one that begins with https.',
    action: 'Correct the picture in the source and retry.',
  }),
};

/** How a product's task ended, in half a sentence. */
export const productReasons = {
  adopted: ({ updated }: { readonly updated: boolean }) =>
    `already in the target under this SKU: linked${updated ? ' and updated' : ''}`,
  unsupported: ({ why }: { readonly why: string }) => `a ${why}, which cannot be carried`,
  sku_missing: () => 'has no SKU',
  no_variants: () => 'has no variants',
  no_longer_there: () => 'no longer at the source; kept in the target',
  deactivated: () => 'no longer at the source: switched off in the target',
  variants_gone: ({ count, updated }: { readonly count: number; readonly updated: boolean }) =>
    `${updated ? 'updated' : 'nothing new'}; variants no longer at the source: ${count}`,
};
