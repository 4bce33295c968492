/** Orders that only this org has: each is here for the reason that it names. */
import {
  amira,
  francois,
  joost,
  lange,
  lunchroom,
  noEmail,
  oloff,
  opa,
  sahin,
  sanne,
  stichting,
  teun,
  zoe,
} from '../../kit/people/cast.ts';
import { hamburg } from '../../kit/people/cast-abroad.ts';
import {
  assam,
  book,
  candle,
  honey,
  mug,
  rooibos,
  scales,
  sencha,
  strainer,
  stroopwafels,
  teapot,
  tin,
} from '../../kit/shop/articles.ts';
import type { Scenario } from '../../kit/shop/scenarios.ts';
import { addressOf, buyerOf, lineOf } from '../sales/random-sale.ts';
import type { SaleInput } from '../sales/sale.ts';

const nl = (article: Parameters<typeof lineOf>[0], quantity = '1') => lineOf(article, quantity, 'NL');

/** A scenario of every shop in the words of this org: net prices, freight as a line. */
export function saleOf({ about, buyer, deliverTo, lines, tax, shipping, note }: Scenario): SaleInput {
  const country = tax === 'charged' ? buyer.country : null;
  const freight = lineOf(
    { productId: 0, sku: 'VRACHT', name: 'Verzendkosten', price: shipping, vat: 'standard', weight: 0 },
    '1',
    country,
  );
  return {
    about,
    buyer: buyerOf(buyer),
    ...(deliverTo === undefined ? {} : { deliverTo: addressOf(deliverTo) }),
    lines: [...lines.map(({ article, quantity }) => lineOf(article, quantity, country)), freight],
    note,
  };
}

export const orgSales: readonly SaleInput[] = [
  { about: 'a draft', buyer: buyerOf(sanne), lines: [nl(mug, '2')], state: 'draft' },
  {
    about: 'a draft with a reference',
    buyer: buyerOf(stichting),
    lines: [nl(teapot)],
    state: 'draft',
    reference: 'WEB-2001',
    poNumber: 'INK-2026/118',
  },
  {
    about: 'a web shop order by its reference',
    buyer: buyerOf(sahin),
    lines: [nl(honey, '3')],
    reference: 'WEB-2002',
  },
  { about: 'two orders of one reference', buyer: buyerOf(sahin), lines: [nl(tin)], reference: 'WEB-2002' },
  { about: 'pieces in decimals', buyer: buyerOf(lunchroom), lines: [{ ...nl(rooibos), quantity: '2.75' }] },
  {
    about: 'a line for nothing',
    buyer: buyerOf(joost),
    lines: [{ ...nl(strainer), price: '0.00' }, nl(assam)],
  },
  { about: 'comes to zero', buyer: buyerOf(zoe), lines: [{ ...nl(strainer), price: '0.00' }] },
  {
    about: 'many small lines: the tax per line is some cents from that of the order',
    buyer: buyerOf(lange),
    lines: Array.from({ length: 24 }, (_, index) => ({
      ...nl(rooibos),
      price: '0.87',
      description: `Proefzakje ${index + 1}`,
    })),
  },
  {
    about: 'a line that no product stands for by its code',
    buyer: buyerOf(amira),
    lines: [nl(book), { name: 'Graveren van een mok', price: '14.88' }],
  },
  {
    about: 'odd characters and line breaks',
    buyer: buyerOf(oloff),
    lines: [{ ...nl(scales), description: 'Précisie & <snel> “ℓ” 🍵\ntweede regel' }],
    note: 'Regel 1\nRegel 2',
  },
  { about: 'large quantities', buyer: buyerOf(lunchroom), lines: [nl(tin, '1250')] },
  {
    about: 'delivered elsewhere',
    buyer: buyerOf(francois),
    deliverTo: addressOf(opa),
    lines: [nl(stroopwafels, '4')],
  },
  { about: 'no e-mail address: taken down by telephone', buyer: buyerOf(noEmail), lines: [nl(assam, '2')] },
  { about: 'a name of one word', buyer: buyerOf(teun), lines: [nl(candle)] },
  {
    about: 'dated before the day on which it was written',
    buyer: buyerOf(hamburg),
    lines: [lineOf(scales, '1', null)],
    date: '2025-12-31',
  },
  {
    about: 'a won opportunity',
    buyer: buyerOf(hamburg),
    lines: [lineOf(sencha, '40', null)],
    as: 'opportunity',
  },
  {
    about: 'an open opportunity',
    buyer: buyerOf(stichting),
    lines: [nl(teapot, '12')],
    as: 'opportunity',
    state: 'draft',
  },
  { about: 'deleted later', buyer: buyerOf(zoe), lines: [nl(mug)], state: 'draft' },
  {
    about: 'of an account that was merged into another',
    buyer: { ...buyerOf(sanne), email: 'sanne@oud.example.com', account: false },
    lines: [nl(honey)],
  },
];
