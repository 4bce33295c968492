import { payloadOf, Refused, refused } from '../graphql/errors.ts';
import { gid, idIn } from '../ids.ts';
import { byCustomId, checkedMetafields, setMetafields } from '../metafields/metafield.ts';
import { newJob } from '../orders/writes.ts';
import type { Shop } from '../shop.ts';
import { operationView } from '../shop-view.ts';
import { mediaFrom } from './media.ts';
import type { Product, Variant } from './product.ts';
import { emptyProduct, manualCollection, productFields } from './product-fields.ts';
import { optionsFrom, type SetInput, variantsFrom } from './set-variants.ts';
import { defaultOption, newVariant } from './variant-input.ts';
import { productView } from './view.ts';

interface Identifier {
  readonly id?: string;
  readonly handle?: string;
  readonly customId?: { readonly namespace?: string | null; readonly key: string; readonly value: string };
}

export function productSetMutation(shop: Shop) {
  return {
    productSet: ({
      identifier,
      input,
      synchronous,
    }: {
      identifier?: Identifier | null;
      input: SetInput;
      synchronous?: boolean;
    }) => {
      if (synchronous === false) return laterSet(shop, identifier ?? {}, input);
      return payloadOf(() => ({ product: productView(shop, setProduct(shop, identifier ?? {}, input)) }));
    },
  };
}

/** Answered with an operation, whose errors are told when it is asked for. */
function laterSet(shop: Shop, identifier: Identifier, input: SetInput): Record<string, unknown> {
  const outcome = () => {
    try {
      return { productId: setProduct(shop, identifier, input).id, errors: [] };
    } catch (error) {
      if (error instanceof Refused) return { productId: null, errors: error.errors };
      throw error;
    }
  };
  const { id } = newJob(shop, 'ProductSetOperation', outcome());
  return { product: null, productSetOperation: operationView(shop, id), userErrors: [] };
}

function setProduct(shop: Shop, identifier: Identifier, input: SetInput): Product {
  const known = productOf(shop, identifier, input);
  const before = known ?? emptyProduct(shop, shop.newId('product'));
  const owner = gid('Product', before.id);
  checkedMetafields(shop, owner, input.metafields ?? [], 'input.metafields');
  if (known === null && !input.title) throw refused('input.title', "Title can't be blank", 'BLANK');
  if (input.variants && !input.productOptions)
    throw refused(
      'input.productOptions',
      'Product options input is required when updating variants',
      'PRODUCT_OPTIONS_INPUT_MISSING',
    );
  if (input.productOptions && !input.variants)
    throw refused(
      'input.variants',
      'Variants input is required when updating product options',
      'VARIANTS_INPUT_MISSING',
    );
  const fields = { ...before, ...productFields(shop, before, input, 'input') };
  const media = input.files ? mediaFrom(shop, before.media, input.files) : before.media;
  const options = input.productOptions ? optionsFrom(shop, before.options, input) : before.options;
  const variants = input.variants
    ? variantsFrom(shop, before, options, input.variants, media)
    : before.variants;
  const [option] = options;
  const bare = option === undefined ? defaultOption(shop) : option;
  const product = {
    ...fields,
    media,
    collections: input.collections
      ? input.collections.map((id, index) => manualCollection(shop, id, `input.collections.${index}`))
      : before.collections,
    options: option === undefined ? [bare] : options,
    variants: variants.length === 0 ? [newVariant(shop, [bare.values[0]?.name ?? ''])] : variants,
  };
  const saved = shop.saveProduct({
    ...product,
    variants: product.variants.map((each) => withPicture(each, media)),
  });
  if (input.metafields) shop.metafields.set(owner, []);
  setMetafields(shop, owner, input.metafields ?? [], 'input.metafields');
  for (const [index, each] of (input.variants ?? []).entries()) {
    const variant = saved.variants[index];
    if (variant !== undefined && each.metafields)
      setMetafields(
        shop,
        gid('ProductVariant', variant.id),
        each.metafields,
        `input.variants.${index}.metafields`,
      );
  }
  return saved;
}

function withPicture(variant: Variant, media: Product['media']): Variant {
  return media.some(({ id }) => id === variant.mediaId) ? variant : { ...variant, mediaId: null };
}

function productOf(shop: Shop, { id, handle, customId }: Identifier, input: SetInput): Product | null {
  if (input.id && (id ?? handle ?? customId))
    throw refused('input.id', 'The id field is not allowed if identifier is provided', 'ID_NOT_ALLOWED');
  const global = id ?? input.id;
  if (global) {
    const found = shop.products.get(idIn('Product', global) ?? '');
    if (found === undefined)
      throw refused(id ? 'identifier.id' : 'input.id', 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST');
    return found;
  }
  if (handle !== undefined) {
    if (input.handle && input.handle !== handle)
      throw refused('input.handle', 'The identifier and the input do not match', 'INPUT_MISMATCH');
    return shop.productsByHandle(handle)[0] ?? null;
  }
  if (customId === undefined) return null;
  const owner = byCustomId(shop, 'PRODUCT', customId);
  const found = shop.products.get(idIn('Product', owner) ?? '');
  const carries =
    input.metafields?.some(({ key, value }) => key === customId.key && value === customId.value) ?? false;
  if (found === undefined && !carries)
    throw refused(
      'input.metafields',
      'The metafield of the identifier must be in the input',
      'METAFIELD_MISMATCH',
    );
  return found ?? null;
}
