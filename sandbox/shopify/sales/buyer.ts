import type { Person } from '../../kit/people/person.ts';
import type { Article } from '../../kit/shop/assortment.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import type { BasketInput } from './basket.ts';
import type { SaleInput } from './sale.ts';

export function buyerOf(person: Person, isB2b = false): SaleInput['buyer'] {
  const {
    name,
    email,
    phone,
    addressLines,
    postalCode,
    city,
    country,
    region,
    language,
    company,
    vatNumber,
    hasAccount,
  } = person;
  const [street = '', ...more] = addressLines;
  return {
    name,
    company: company ?? null,
    street,
    extra: more.join(', ') || null,
    postalCode,
    city,
    country,
    province: region?.code ?? null,
    phone: phone?.replaceAll(' ', '') ?? null,
    email,
    account: hasAccount,
    locale: language,
    vatNumber: vatNumber ?? null,
    isB2b,
  };
}

type LineInput = BasketInput['lines'][number];

/** A line of an article, with its variant's SKU where it has variants. `choice` is which value of each option is taken. */
export function lineOf(
  article: Article,
  {
    quantity = 1,
    country = 'NL',
    net = false,
    choice = 0,
  }: { quantity?: number; country?: string; net?: boolean; choice?: number } = {},
): LineInput {
  const rate = rateOf(article.vat, country);
  const values = (article.options ?? []).map(({ values: all }) => all[choice % all.length] ?? '');
  const sku = [article.sku, ...values.map(skuPart)].join('-');
  return {
    sku,
    name: article.name,
    price: net ? netPrice(article.price, rateOf(article.vat, 'NL')) : article.price,
    quantity,
    rate,
    taxable: article.vat !== 'none',
    giftCard: article.vat === 'none',
    shipped: article.weight > 0,
    grams: Math.round(article.weight * 1000),
    variant: values.join(' / ') || null,
  };
}

/** As the catalogue makes the SKUs of variants. */
function skuPart(value: string): string {
  return value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
}
