import type { CatalogueProduct, CatalogueVariant, Pieces } from './catalogue.ts';

type Options = CatalogueProduct['options'];
type More = Partial<Omit<CatalogueProduct, 'key' | 'sku' | 'name' | 'price' | 'categories'>>;

/** Writes a product in short: active, of the standard rate, with one picture and a description of one sentence. */
export function product(
  key: string,
  sku: string | null,
  name: string,
  price: string,
  categories: readonly string[],
  more: More = {},
): CatalogueProduct {
  return {
    key,
    sku,
    name,
    price,
    categories,
    active: true,
    description: `<p>${escaped(name)}.</p>`,
    vat: 'standard',
    attributes: [],
    options: [],
    variants: [],
    pictures: picturesOf(key, name, 1),
    pieces: 25,
    ...more,
  };
}

/** So many pictures of a product: `mok-em-1.png`. */
export function picturesOf(key: string, alt: string, count: number): CatalogueProduct['pictures'] {
  return Array.from({ length: count }, (_, index) => ({ fileName: `${key}-${index + 1}.png`, alt }));
}

/** A variant of every combination of the options' values. Its SKU is the product's with the values behind it. */
export function variantsOf(
  sku: string,
  options: Options,
  pieces: (index: number) => Pieces,
  more: (index: number) => Partial<CatalogueVariant> = () => ({}),
): CatalogueVariant[] {
  return combinations(options).map((values, index) => ({
    sku: [sku, ...Object.values(values).map(skuPart)].join('-'),
    options: values,
    active: true,
    pieces: pieces(index),
    ...more(index),
  }));
}

/** An EAN of thirteen digits with its check digit, from the range of numbers that no shop is given. */
export function eanOf(number: number): string {
  const digits = `200${String(number).padStart(9, '0')}`;
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function combinations(options: Options): Record<string, string>[] {
  return options.reduce<Record<string, string>[]>(
    (sofar, { name, values }) => sofar.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
}

/** What a value adds to the SKU of a variant. */
export function skuPart(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
}
