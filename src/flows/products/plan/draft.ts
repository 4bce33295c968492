import type { ProductChanges, ProductDraft, VariantDraft } from '../../../connectors/contract/products.ts';
import type { JsonObject } from '../../../connectors/contract/target.ts';
import type { Named } from '../../../records/product.ts';
import { requireLengths } from '../../lengths.ts';
import type { Context, Speaker } from '../endpoints.ts';
import type { Saying } from '../saying/saying.ts';
import type { VariantSaying } from '../saying/variants.ts';
import type { Unit } from '../units.ts';

/** Returns the product as it is made: under its id, where the source has no SKU of it but of its variants. */
export function draftOf(
  { settings }: Speaker,
  saying: Saying,
  { key, product }: Pick<Unit, 'key' | 'product'>,
): ProductDraft {
  const { listPrice, sku: _said, name = '', ...fields } = saying.fields;
  const sku = product.sku?.trim() ? product.sku : key;
  const pictures = saying.pictures ?? [];
  const versions = new Set(pictures.map(({ version }) => version));
  const made = (saying.variants ?? []).filter(({ isMade }) => isMade);
  return {
    ...fields,
    sku,
    name,
    ...(listPrice == null ? {} : { listPrice }),
    kind: saying.kind,
    options: optionsOf(saying, made),
    variants: made.map(({ draft }) => withKnownImage(draft, versions)),
    attributes: saying.attributes ?? [],
    categories: Object.keys(saying.categories?.placed ?? {}),
    pictures,
    values: saying.values,
    createValues: settings.createValues,
  };
}

/** A value of no variant that is made could be chosen in some shops, and would be sold as the product itself. */
function optionsOf({ options }: Saying, made: readonly VariantSaying[]): readonly Named[] {
  if (made.length === 0) return options;
  return options.map(({ name, values }) => ({
    name,
    values: values.filter((value) => made.some(({ draft }) => draft.options[name] === value)),
  }));
}

export function withKnownImage(draft: VariantDraft, versions: ReadonlySet<string>): VariantDraft {
  if (draft.image === undefined || versions.has(draft.image)) return draft;
  const { image: _image, ...rest } = draft;
  return rest;
}

/** Refuses texts that the target would cut, and returns the body of the first call. */
export function bodyOf(
  { target: { api, connector } }: Context,
  { target }: Speaker,
  draft: ProductDraft,
): JsonObject {
  const body = target.toWire(draft, api.account);
  requireLengths(body, { system: connector.name, lengths: target.lengths });
  return body;
}

/** The same for what is to change of a product: of what stays nothing is sent. */
export function checkLengths(context: Context, speaker: Speaker, changes: ProductChanges): void {
  const { fields, values, attributes, variants } = changes;
  const { listPrice, sku = '', name = '', ...rest } = fields;
  const changed = [...variants.change.values()].map((each) => ({ sourceId: '', options: {}, ...each }));
  bodyOf(context, speaker, {
    ...rest,
    ...{ sku, name, values, attributes },
    kind: variants.add.length + changed.length > 0 ? 'variants' : 'simple',
    options: changes.options,
    variants: [...variants.add, ...changed],
    categories: [],
    pictures: [],
    createValues: changes.createValues,
  });
}
