/** `productSet` (sheet 7.2): a list that is sent is the whole list. */
import type { World } from '../../kit/stand-in.ts';
import { payloadOf, Refused, refused } from '../graphql/errors.ts';
import { gid, idIn } from '../ids.ts';
import {
  byCustomId,
  checkedMetafields,
  type MetafieldInput,
  setMetafields,
} from '../metafields/metafield.ts';
import { newJob, uniqueTags } from '../orders/writes.ts';
import { operationView } from '../queries.ts';
import type { Shop } from '../shop.ts';
import { type FileInput, mediaFrom } from './media.ts';
import type { Option, Product, Variant } from './product.ts';
import { placeOf } from './stock-view.ts';
import {
  defaultOption,
  newVariant,
  requireDistinct,
  type VariantInput,
  valuesFrom,
  variantFields,
} from './variant-input.ts';
import { productView } from './view.ts';

export interface ProductFields {
  readonly id?: string | null;
  readonly title?: string | null;
  readonly handle?: string | null;
  readonly descriptionHtml?: string | null;
  readonly vendor?: string | null;
  readonly productType?: string | null;
  readonly status?: Product['status'] | null;
  readonly tags?: readonly string[] | null;
  readonly giftCard?: boolean | null;
  readonly templateSuffix?: string | null;
  readonly seo?: { readonly title?: string | null; readonly description?: string | null } | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}
interface SetVariant extends VariantInput {
  readonly file?: FileInput | null;
  readonly inventoryQuantities?:
    | readonly { readonly locationId: string; readonly name: string; readonly quantity: number }[]
    | null;
}
interface SetInput extends ProductFields {
  readonly collections?: readonly string[] | null;
  readonly files?: readonly FileInput[] | null;
  readonly productOptions?:
    | readonly {
        readonly id?: string | null;
        readonly name?: string | null;
        readonly values?: readonly { readonly id?: string | null; readonly name?: string | null }[] | null;
      }[]
    | null;
  readonly variants?: readonly SetVariant[] | null;
}
interface Identifier {
  readonly id?: string;
  readonly handle?: string;
  readonly customId?: { readonly namespace?: string | null; readonly key: string; readonly value: string };
}

const maxVariants = 2048;
const maxOptions = 3;

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

export function emptyProduct(shop: Pick<Shop, 'newId'> & { readonly world: World }, id: string): Product {
  const now = shop.world.now();
  return {
    ...{
      id,
      title: '',
      handle: '',
      descriptionHtml: '',
      vendor: 'De Theemeester',
      productType: '',
      status: 'ACTIVE',
      tags: [],
    },
    ...{
      giftCard: false,
      templateSuffix: null,
      seo: { title: null, description: null },
      options: [],
      variants: [],
      media: [],
    },
    ...{ collections: [], publications: [], createdAt: now, updatedAt: now },
  };
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

/** The scalars; what is left out stays. */
export function productFields(
  shop: Shop,
  before: Product,
  given: ProductFields,
  field: string,
): Partial<Product> {
  const { title, handle, descriptionHtml, vendor, productType, status, tags, giftCard, templateSuffix, seo } =
    given;
  if (title === '') throw refused(`${field}.title`, "Title can't be blank", 'BLANK');
  if ((title?.length ?? 0) > 255)
    throw refused(`${field}.title`, 'Title is too long (maximum is 255 characters)', 'TOO_LONG');
  if (handle && shop.productsByHandle(handle).some(({ id }) => id !== before.id)) {
    throw refused(
      `${field}.handle`,
      `Handle '${handle}' already in use. Please provide a new handle.`,
      'HANDLE_NOT_UNIQUE',
    );
  }
  return {
    ...(title ? { title } : {}),
    handle:
      handle ||
      before.handle ||
      freeHandle(title ?? before.title, (each) => shop.productsByHandle(each).length > 0),
    ...(typeof descriptionHtml === 'string' ? { descriptionHtml: sanitised(descriptionHtml) } : {}),
    ...(typeof vendor === 'string' ? { vendor } : {}),
    ...(typeof productType === 'string' ? { productType } : {}),
    ...(status ? { status } : {}),
    ...(tags ? { tags: uniqueTags(tags) } : {}),
    ...(typeof giftCard === 'boolean' ? { giftCard } : {}),
    ...(templateSuffix === undefined ? {} : { templateSuffix }),
    ...(seo
      ? {
          seo: {
            title: seo.title ?? before.seo.title,
            description: seo.description ?? before.seo.description,
          },
        }
      : {}),
  };
}

/** Scripts do not survive. */
function sanitised(html: string): string {
  return html.replace(/<script\b[\s\S]*?<\/script>/gi, '');
}

/** Made of the title; a number behind it where it is taken. */
export function freeHandle(title: string, isTaken: (handle: string) => boolean): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const base = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'product';
  let handle = base;
  for (let number = 1; isTaken(handle); number += 1) handle = `${base}-${number}`;
  return handle;
}

export function manualCollection(shop: Shop, id: string, field: string): string {
  const found = shop.collections.get(idIn('Collection', id) ?? '');
  if (found === undefined) throw refused(field, 'Collection does not exist', 'INVALID');
  if (found.smartTag !== null)
    throw refused(field, "Can't manually add products to a smart collection", 'INVALID');
  return found.id;
}

function optionsFrom(shop: Shop, before: readonly Option[], { productOptions }: SetInput): Option[] {
  const given = productOptions ?? [];
  if (given.length > maxOptions)
    throw refused('input.productOptions', 'Options are over the limit of 3', 'OPTIONS_OVER_LIMIT');
  return given.map(({ id, name, values }, index) => {
    const known = before.find((each) => (id ? each.id === idIn('ProductOption', id) : each.name === name));
    const field = `input.productOptions.${index}`;
    const words = (values ?? []).map(
      (each) =>
        each.name ?? known?.values.find((one) => one.id === idIn('ProductOptionValue', each.id))?.name ?? '',
    );
    if (words.length === 0)
      throw refused(`${field}.values`, 'Option values are missing', 'OPTION_VALUES_MISSING');
    if (new Set(words).size < words.length)
      throw refused(`${field}.values`, 'Duplicated option value', 'DUPLICATED_OPTION_VALUE');
    return {
      id: known?.id ?? shop.newId('part'),
      name: name ?? known?.name ?? '',
      values: words.map(
        (word) => known?.values.find((each) => each.name === word) ?? { id: shop.newId('part'), name: word },
      ),
    };
  });
}

function variantsFrom(
  shop: Shop,
  before: Product,
  options: readonly Option[],
  given: readonly SetVariant[],
  media: Product['media'],
): Variant[] {
  if (given.length > maxVariants)
    throw refused('input.variants', `Variants are over the limit of ${maxVariants}`, 'VARIANTS_OVER_LIMIT');
  const variants = given.map((each, index) => {
    const field = `input.variants.${index}`;
    const named = each.id
      ? before.variants.find(({ id }) => id === idIn('ProductVariant', each.id))
      : undefined;
    if (each.id && named === undefined)
      throw refused(`${field}.id`, 'Variant does not exist', 'PRODUCT_VARIANT_DOES_NOT_EXIST');
    const values = valuesFrom(options, each.optionValues ?? [], named?.values ?? [], field);
    for (const [place, word] of values.entries()) {
      if (!options[place]?.values.some(({ name }) => name === word))
        throw refused(`${field}.optionValues`, `Option value ${word} does not exist`, 'INVALID_VARIANT');
    }
    // By id, else by their values (sheet 7.2, inferred).
    const known =
      named ?? before.variants.find((one) => JSON.stringify(one.values) === JSON.stringify(values));
    const mediaId = each.file ? pictureOf(each.file, media, `${field}.file`) : (known?.mediaId ?? null);
    const changes = { ...variantFields(each, field), values, mediaId };
    const variant =
      known === undefined
        ? newVariant(shop, values, changes)
        : { ...known, ...changes, updatedAt: shop.world.now() };
    return { ...variant, levels: levelsFrom(shop, variant, known !== undefined, each, field) };
  });
  requireDistinct(variants, 'INVALID_VARIANT');
  return variants;
}

/** A variant's picture must also be among the files. */
function pictureOf({ id, originalSource }: FileInput, media: Product['media'], field: string): string {
  const found = media.find(
    (each) => each.id === idIn('MediaImage', id) || (originalSource && each.source === originalSource),
  );
  if (found === undefined)
    throw refused(field, 'The file of the variant must be in the files of the product', 'INVALID_INPUT');
  return found.id;
}

function levelsFrom(
  shop: Shop,
  { levels }: Variant,
  isKnown: boolean,
  { inventoryQuantities }: SetVariant,
  field: string,
): Variant['levels'] {
  if (!inventoryQuantities) return levels;
  const set = inventoryQuantities.map(({ locationId, name, quantity }) => {
    const place = placeOf(idIn('Location', locationId));
    if (place === undefined)
      throw refused(`${field}.inventoryQuantities`, 'Location does not exist', 'INVALID_INPUT');
    if (name !== 'available' && name !== 'on_hand')
      throw refused(
        `${field}.inventoryQuantities`,
        'The quantity name must be available or on_hand',
        'INVALID_INPUT',
      );
    const before = levels[place.id];
    // Of an existing variant only where it is stocked (sheet 7.2).
    if (isKnown && before === undefined)
      throw refused(
        `${field}.inventoryQuantities`,
        'The item is not stocked at the location',
        'INVALID_INPUT',
      );
    const committed = before?.committed ?? 0;
    const available = name === 'on_hand' ? quantity - committed : quantity;
    return [
      place.id,
      { available, committed, incoming: before?.incoming ?? 0, updatedAt: shop.world.now() },
    ] as const;
  });
  return { ...(isKnown ? levels : {}), ...Object.fromEntries(set) };
}
