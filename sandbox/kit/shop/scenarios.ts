/** Sales for the seed of every shop, independent of any system. A seed translates them and adds what only its system has. */
import { amira, joost, lunchroom, opa, sahin, sanne } from '../people/cast.ts';
import { brussel, gent, koeln, leeds, lyon, sevilla, zurich } from '../people/cast-abroad.ts';
import type { Person } from '../people/person.ts';
import {
  assam,
  book,
  candle,
  giftCard,
  honey,
  mug,
  rooibos,
  scales,
  sencha,
  stroopwafels,
  teapot,
  tin,
} from './articles.ts';
import type { Article } from './assortment.ts';

export interface Scenario {
  /** What is special about it, for people who read the expectations. */
  readonly about: string;
  readonly buyer: Person;
  /** Where the goods go, if not to the buyer. */
  readonly deliverTo?: Person;
  readonly lines: readonly ScenarioLine[];
  /** Why no tax is charged, if none is. Charged is what the buyer's country charges. */
  readonly tax: 'charged' | 'shifted' | 'exported';
  readonly pricesIncludeTax: boolean;
  /** In euros, with or without tax as the prices are. */
  readonly shipping: string;
  readonly isSent: boolean;
  readonly note: string;
}

export interface ScenarioLine {
  readonly article: Article;
  readonly quantity: string;
  /** Which value of each option is taken. */
  readonly choice: number;
}

export const scenariosAtHome: readonly Scenario[] = [
  scenario('one article at 21 %', sanne, [of(mug, '2')], {
    isSent: true,
    note: 'Graag bij de buren op 10 afgeven.',
  }),
  scenario('goods at 21 % and 9 %', sahin, [of(teapot, '1', 1), of(assam, '3'), of(honey)]),
  scenario('goods at 21 %, 9 % and untaxed, nothing to send for the gift card', joost, [
    ...[of(candle, '4'), of(book), of(giftCard)],
  ]),
  scenario(
    'prices without tax, a company with a VAT number at home',
    lunchroom,
    [of(assam, '24'), of(mug, '12', 2), of(stroopwafels, '6')],
    { pricesIncludeTax: false, shipping: '12.50' },
  ),
  scenario('a guest, delivered elsewhere', amira, [of(honey, '3'), of(mug, '1', 1)], { deliverTo: opa }),
];

const parcel = { shipping: '13.95' };
const overseas = { tax: 'exported', shipping: '24.50' } as const;

export const scenariosAbroad: readonly Scenario[] = [
  scenario(
    'reverse charge to a Belgian company, prices without tax',
    brussel,
    [of(teapot, '4'), of(assam, '30')],
    {
      ...parcel,
      tax: 'shifted',
      pricesIncludeTax: false,
    },
  ),
  scenario(
    'a Belgian company that is charged: no valid number was given',
    { ...withoutVatNumber(brussel), email: 'info@theehuis.example.com', hasAccount: false },
    [of(tin, '2'), of(rooibos)],
    parcel,
  ),
  scenario('private to Germany, German rates', koeln, [of(scales), of(honey, '2')], parcel),
  scenario('private to France, French rates with a fraction', lyon, [of(book), of(teapot)], parcel),
  scenario('private to Belgium, Belgian rates', gent, [of(stroopwafels, '4'), of(mug, '2')], {
    shipping: '8.95',
  }),
  scenario('private to Spain, Spanish rates', sevilla, [of(assam, '6'), of(tin)], parcel),
  scenario('export to Switzerland', zurich, [of(teapot), of(book)], overseas),
  scenario('export to the United Kingdom, prices without tax', leeds, [of(sencha, '2')], {
    ...overseas,
    pricesIncludeTax: false,
  }),
];

function scenario(
  about: string,
  buyer: Person,
  lines: readonly ScenarioLine[],
  more: Partial<Scenario> = {},
): Scenario {
  const plain = {
    tax: 'charged',
    pricesIncludeTax: true,
    shipping: '6.95',
    isSent: false,
    note: '',
  } as const;
  return { about, buyer, lines, ...plain, ...more };
}

function of(article: Article, quantity = '1', choice = 0): ScenarioLine {
  return { article, quantity, choice };
}

function withoutVatNumber({ vatNumber: _, ...person }: Person): Person {
  return person;
}
