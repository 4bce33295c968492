import { big, type Decimal } from '../../../records/money.ts';
import type { Named, Product, Variant } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import type { Scope } from '../scope.ts';
import {
  type Attribute,
  type AttributeOption,
  attributes,
  brandCode,
  gtinAttribute,
  hasOptions,
  labelIn,
  optionsOfAttribute,
} from './attributes.ts';
import { imagesOf, shownEntries } from './images.ts';
import { type PricePair, pricesOf } from './prices.ts';
import type { WholeProduct } from './read.ts';
import { ratesAtHome } from './vat.ts';
import { kgOf } from './weight.ts';
import { customText, isConfigurable, type OptionWire, type ProductWire } from './wire.ts';

/** What attributes mean, for as many products as are read at once. */
interface Words {
  readonly account: Account;
  readonly labelled: (attribute: Attribute) => string;
  readonly byCode: ReadonlyMap<string, Attribute>;
  readonly byId: ReadonlyMap<string, Attribute>;
  readonly options: ReadonlyMap<string, readonly AttributeOption[]>;
  readonly gtin: Attribute | undefined;
  readonly rates: ReadonlyMap<string, Decimal>;
}

/** In the words of the scope that they were read in. */
export async function recordsOf(api: Api, wholes: readonly WholeProduct[], scope: Scope): Promise<Product[]> {
  if (wholes.length === 0) return [];
  const words = await wordsFor(api, wholes, scope);
  return wholes.map((whole) => recordOf(whole, words, api));
}

async function wordsFor(api: Api, wholes: readonly WholeProduct[], scope: Scope): Promise<Words> {
  const all = await attributes(api);
  const byCode = new Map(all.map((attribute) => [attribute.attribute_code, attribute]));
  const byId = new Map(all.map((attribute) => [attribute.attribute_id, attribute]));
  const products = wholes.flatMap(({ wire, children }) => [wire, ...children]);
  const codes = new Set(products.flatMap(({ custom_attributes: custom }) => Object.keys(custom)));
  const options = new Map<string, readonly AttributeOption[]>();
  const supers = new Set(
    wholes.flatMap(({ wire: { extension_attributes: extension } }) =>
      (extension?.configurable_product_options ?? []).map(({ attribute_id: id }) => id),
    ),
  );
  for (const code of codes) {
    const attribute = byCode.get(code);
    const isSuper = supers.has(attribute?.attribute_id ?? '');
    const isRead = isSuper || code === brandCode || attribute?.is_user_defined === true;
    if (attribute !== undefined && isRead && hasOptions(attribute)) {
      const ids = products.flatMap(({ custom_attributes: custom }) => optionIds(custom[code]));
      options.set(code, await optionsFor(api, code, scope, ids));
    }
  }
  const rates = products.some((wire) => taxClassOf(wire) !== undefined)
    ? await ratesAtHome(api)
    : new Map<string, Decimal>();
  const storeId = scope === 'view' ? api.account.traits.storeId : undefined;
  const labelled = (attribute: Attribute) => labelIn(attribute, storeId);
  return { account: api.account, labelled, byCode, byId, options, gtin: await gtinAttribute(api), rates };
}

/** A value that is newer than what is known of its attribute has it asked for anew. */
async function optionsFor(api: Api, code: string, scope: Scope, ids: readonly string[]) {
  const known = await optionsOfAttribute(api, code, { scope });
  const isKnown = ids.every((id) => known.some((option) => option.id === id));
  return isKnown ? known : optionsOfAttribute(api, code, { scope, fresh: true });
}

/** Several of them are one text, or a list. */
function optionIds(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'string' ? value.split(',') : (value ?? []);
}

/** What cannot be carried (sheet 10.2): made of others, or no goods. */
const carried = ['simple', 'virtual', 'configurable'];

function recordOf({ wire, children }: WholeProduct, words: Words, api: Api): Product {
  const { account } = words;
  const { type_id: type = 'simple' } = wire;
  const vatClass = taxClassOf(wire);
  const hasVariants = isConfigurable(wire);
  const prices = hasVariants ? commonest(children.map((child) => pricesOf(child, api))) : pricesOf(wire, api);
  const weightKg = kgOf(wire.weight, account);
  const { pricesIncludeTax } = account.traits;
  return {
    id: wire.id,
    sku: wire.sku,
    name: wire.name ?? '',
    kind: hasVariants ? 'variants' : 'simple',
    unsupported: carried.includes(type) ? undefined : type,
    active: wire.status === '1',
    description: customText(wire, 'description') ?? '',
    shortDescription: customText(wire, 'short_description') ?? '',
    gtin: words.gtin === undefined ? undefined : (customText(wire, words.gtin.attribute_code) ?? ''),
    brand: wordsOf(wire, brandCode, words)[0] ?? '',
    weightKg,
    price: prices?.price,
    listPrice: prices?.listPrice,
    currency: account.currency,
    pricesIncludeVat: pricesIncludeTax === undefined ? undefined : pricesIncludeTax === 'true',
    vatClass,
    vatRate: vatClass === undefined ? undefined : words.rates.get(vatClass),
    attributes: factsOf(wire, words),
    categories: categoriesOf(wire),
    images: imagesOf(wire, children, account),
    updatedAt: wire.updated_at?.toISOString(),
    ...(hasVariants ? familyOf({ wire, children }, { prices, weightKg }, words, api) : {}),
  };
}

interface Common {
  readonly prices: PricePair | undefined;
  readonly weightKg: Decimal | undefined;
}

function familyOf(
  { wire, children }: WholeProduct,
  common: Common,
  words: Words,
  api: Api,
): Pick<Product, 'options' | 'variants'> {
  const supers = [...(wire.extension_attributes?.configurable_product_options ?? [])]
    .sort((a, b) => a.position - b.position)
    .flatMap((option) => {
      const attribute = words.byId.get(option.attribute_id);
      return attribute === undefined ? [] : [{ option, attribute }];
    });
  const labels = supers.map(({ option, attribute }) => option.label ?? words.labelled(attribute));
  const areUnique = new Set(labels).size === labels.length;
  const named = supers.map(({ option, attribute }, index) => ({
    option,
    code: attribute.attribute_code,
    name: areUnique ? (labels[index] ?? attribute.attribute_code) : attribute.attribute_code,
  }));
  return {
    options: named.map(({ option, code, name }) => ({ name, values: optionValues(option, code, words) })),
    variants: children.map((child) => ({
      ...ownOf(child, common, words, api),
      options: Object.fromEntries(
        named.map(({ code, name }) => [name, wordsOf(child, code, words)[0] ?? '']),
      ),
    })),
  };
}

function ownOf(
  child: ProductWire,
  { prices: common, weightKg: commonWeight }: Common,
  { account, gtin }: Words,
  api: Api,
): Omit<Variant, 'options'> {
  const prices = pricesOf(child, api);
  const isCommon = prices?.price === common?.price && prices?.listPrice === common?.listPrice;
  const weightKg = kgOf(child.weight, account);
  return {
    id: child.id,
    sku: child.sku,
    ...(isCommon || prices === undefined ? {} : prices),
    gtin: gtin === undefined ? undefined : (customText(child, gtin.attribute_code) ?? ''),
    weightKg: weightKg === commonWeight ? undefined : weightKg,
    active: child.status === '1',
    image: account.traits.mediaUrl === undefined ? undefined : shownEntries(child)[0]?.id,
  };
}

/** A configurable product has no price of its own (sheet 17.30): it is the one that most of its children have, else the lowest. */
function commonest(pairs: readonly (PricePair | undefined)[]): PricePair | undefined {
  const groups = new Map<string, { readonly pair: PricePair; times: number }>();
  for (const pair of pairs) {
    if (pair === undefined) continue;
    const key = `${pair.price} ${pair.listPrice}`;
    const group = groups.get(key) ?? { pair, times: 0 };
    group.times += 1;
    groups.set(key, group);
  }
  const ordered = [...groups.values()].sort(
    (a, b) => b.times - a.times || big(a.pair.price).cmp(b.pair.price),
  );
  return ordered[0]?.pair;
}

function taxClassOf(wire: ProductWire): string | undefined {
  const taxClass = customText(wire, 'tax_class_id');
  return taxClass === '0' ? undefined : taxClass;
}

/** `category_ids` is what a list of products tells in place of the links (sheet 10.3); it is left out where there are none. */
function categoriesOf({ extension_attributes: extension, custom_attributes: custom }: ProductWire) {
  const links = extension?.category_links?.map(({ category_id: id }) => id);
  const ids = custom.category_ids ?? [];
  return links ?? (typeof ids === 'string' ? ids.split(',') : ids);
}

/** What merchants have added beside Magento's own attributes, except what stands elsewhere in the record. */
function factsOf(wire: ProductWire, words: Words): Named[] {
  return Object.keys(wire.custom_attributes).flatMap((code) => {
    const attribute = words.byCode.get(code);
    const isFact =
      attribute?.is_user_defined === true &&
      code !== brandCode &&
      code !== words.gtin?.attribute_code &&
      attribute.frontend_input !== 'media_image';
    return isFact ? [{ name: words.labelled(attribute), values: wordsOf(wire, code, words) }] : [];
  });
}

/** The words of an attribute: of a list their labels. */
function wordsOf({ custom_attributes: custom }: ProductWire, code: string, words: Words): string[] {
  const value = custom[code];
  if (value === undefined) return [];
  const options = words.options.get(code);
  if (options === undefined) return [value].flat();
  return optionIds(value).flatMap((id) => options.find((option) => option.id === id)?.label ?? []);
}

function optionValues({ values }: OptionWire, code: string, { options }: Words): string[] {
  const all = options.get(code) ?? [];
  return values.flatMap(({ value_index: id }) => all.find((option) => option.id === id)?.label ?? []);
}
