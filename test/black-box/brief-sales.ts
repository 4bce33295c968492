/** Sales of every kind that the recipes tell of, in the words of each shop. What they come to was worked out on paper. */
import { pending } from '../../sandbox/mijnwebwinkel/orders/statuses.ts';

type Rates = Readonly<Record<string, string>>;

interface Buyer {
  readonly name: string;
  readonly email: string;
  readonly street: string;
  readonly number: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly company?: string;
  readonly vatNumber?: string;
}

interface Line {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** Of one piece, with VAT at the rate (percent), and without. */
  readonly price: string;
  readonly net: string;
  readonly rate: string;
}

export interface Sale {
  readonly about: string;
  readonly buyer: Buyer;
  readonly lines: readonly Line[];
  /** With VAT. */
  readonly shipping?: string;
  readonly discount?: string;
  /** No VAT is charged: it is shifted to the buyer, or the goods leave the EU. */
  readonly untaxed?: 'shifted' | 'exported';
  /** What of it a gift card pays. */
  readonly giftCard?: string;
  /** Not paid yet, or a draft: a recipe may wait for that. */
  readonly isOpen?: true;
  /** Later: a piece of the first line, or everything. */
  readonly givenBack?: {
    readonly what: 'a piece' | 'everything';
    readonly gross: string;
    readonly vat: Rates;
  };
  readonly gross: string;
  /** By percentage. */
  readonly vat: Rates;
}

const mug = { sku: 'MOK', name: 'Mok', price: '12.10', net: '10.00', rate: '21' };
const tea = { sku: 'THEE', name: 'Thee', price: '5.45', net: '5.00', rate: '9' };

const home = { number: '8', city: 'Zwolle', postalCode: '8011 AB', country: 'NL' };
const ada = { ...home, name: 'Ada Berg', email: 'ada.berg@example.com', street: 'Kade' };

/**
 * 3 × 12.10 and 2 × 5.45 are 47.20. Of a discount of 5.00 the mugs bear 3.85, the tea 1.15: 32.45 and 9.75 are left. Shipping of 6.95 is taxed as
 * `shippingAt` says: at 21 %, or as the goods are that it carries, 5.35 at 21 % and 1.60 at 9 %. Orders without either are 30.00 and 10.00 net.
 */
function twoRates(shippingAt: 'the standard rate' | 'the rates of the goods' | null): Sale {
  const lines = [
    { ...mug, quantity: 3 },
    { ...tea, quantity: 2 },
  ];
  const sale = { buyer: ada, lines };
  if (shippingAt === null)
    return { ...sale, about: 'two rates', gross: '47.20', vat: { 21: '6.30', 9: '0.90' } };
  return {
    ...sale,
    about: 'two rates, a discount, shipping',
    ...{ shipping: '6.95', discount: '5.00', gross: '49.15' },
    // 39.40 × 21 / 121 and 9.75 × 9 / 109; 37.80 × 21 / 121 and 11.35 × 9 / 109.
    vat: shippingAt === 'the standard rate' ? { 21: '6.84', 9: '0.81' } : { 21: '6.56', 9: '0.94' },
  };
}

/** Found by no e-mail address, so there is nobody whom it could be booked on. */
const toNobody: Sale = {
  about: 'without an e-mail address',
  buyer: { ...home, name: 'Opa Jansen', email: '', street: 'Kerkweg' },
  lines: [{ ...mug, quantity: 1 }],
  gross: '12.10',
  vat: { 21: '2.10' },
};

const notPaid: Sale = {
  about: 'not paid yet',
  buyer: { ...home, name: 'Dirk Vos', email: 'dirk.vos@example.com', street: 'Laan' },
  lines: [{ ...mug, quantity: 1 }],
  isOpen: true,
  gross: '12.10',
  vat: { 21: '2.10' },
};

/** The card is a means of payment. */
const byGiftCard: Sale = {
  about: 'paid with a gift card',
  buyer: { ...home, name: 'Eva Smit', email: 'eva.smit@example.com', street: 'Plein' },
  lines: [{ ...tea, quantity: 2 }],
  giftCard: '25',
  gross: '10.90',
  vat: { 9: '0.90' },
};

const others: readonly Sale[] = [
  {
    about: 'a company at home',
    buyer: {
      ...{ ...home, name: 'Fatma Yıldız', email: 'inkoop@theezaak.example.com', street: 'Gracht' },
      company: 'Theezaak Yıldız V.O.F.',
    },
    lines: [{ ...mug, quantity: 4 }],
    gross: '48.40',
    vat: { 21: '8.40' },
  },
  {
    about: 'beyond the EU',
    buyer: {
      ...{ name: 'Ingrid Solberg', email: 'ingrid.solberg@example.com', street: 'Torggata', number: '11' },
      ...{ postalCode: '0181', city: 'Oslo', country: 'NO' },
    },
    lines: [{ ...mug, quantity: 2 }],
    untaxed: 'exported',
    gross: '20.00',
    vat: {},
  },
  {
    about: 'a company in another EU country',
    buyer: {
      ...{ name: 'Jürgen Weißenfels', email: 'einkauf@teekontor.example.com' },
      ...{ company: 'Teekontor Weißenfels GmbH & Co. KG', vatNumber: 'DE987650108' },
      ...{ street: 'Große Elbstraße', number: '145', postalCode: '22767', city: 'Hamburg', country: 'DE' },
    },
    lines: [{ ...mug, quantity: 5 }],
    untaxed: 'shifted',
    gross: '50.00',
    vat: {},
  },
  {
    about: 'private, in another EU country',
    buyer: {
      ...{ name: 'Käthe Müller', email: 'kaethe.mueller@example.com' },
      ...{ street: 'Schildergasse', number: '9', postalCode: '50667', city: 'Köln', country: 'DE' },
    },
    lines: [{ ...mug, price: '11.90', rate: '19', quantity: 2 }],
    gross: '23.80',
    vat: { 19: '3.80' },
  },
  {
    about: 'given back in part',
    buyer: { ...home, name: 'Bram de Wit', email: 'bram.dewit@example.com', street: 'Singel' },
    lines: [{ ...mug, quantity: 2 }],
    gross: '24.20',
    vat: { 21: '4.20' },
    givenBack: { what: 'a piece', gross: '-12.10', vat: { 21: '-2.10' } },
  },
  {
    about: 'given back as a whole',
    buyer: { ...home, name: 'Chris Mol', email: 'chris.mol@example.com', street: 'Markt' },
    lines: [{ ...mug, quantity: 3 }],
    gross: '36.30',
    vat: { 21: '6.30' },
    givenBack: { what: 'everything', gross: '-36.30', vat: { 21: '-6.30' } },
  },
];

interface Counter {
  readonly sales: readonly Sale[];
  /** The body of `POST /sales`. */
  readonly asSold: (sale: Sale) => unknown;
  /** What a merchant does then, below `/orders/{id}`. */
  readonly giveBack: (sale: Sale) => {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
  };
}

const patch = (body: unknown) => ({ method: 'PATCH', path: '', body });
const isPart = ({ givenBack }: Sale) => givenBack?.what === 'a piece';
const withNumber = ({ street, number }: Buyer) => `${street} ${number}`;

/** As its recipe calls them. */
const wordsOfSalesforce: Readonly<Record<string, string>> = {
  'two rates': 'lines at two rates',
  'private, in another EU country': 'a private customer in another EU country',
  'given back in part': 'reduced in part',
  'given back as a whole': 'reduced as a whole',
  'without an e-mail address': 'the account has no contact with an e-mail address',
};

function inWordsOfSalesforce(sale: Sale): Sale {
  return { ...sale, about: wordsOfSalesforce[sale.about] ?? sale.about };
}

export const counters = {
  ecwid: {
    sales: [twoRates('the rates of the goods'), ...others, byGiftCard, notPaid, toNobody],
    asSold: ({ about, buyer, lines, shipping, discount, untaxed, giftCard, isOpen }) => {
      const { company, number: _, street: _street, ...who } = buyer;
      return {
        about,
        buyer: {
          ...who,
          street: withNumber(buyer),
          ...(company === undefined ? {} : { companyName: company }),
          account: buyer.email !== '',
        },
        basket: {
          tax: untaxed ?? 'charged',
          lines: lines.map(({ price, net, quantity, ...line }) => ({
            ...line,
            price: untaxed === undefined ? price : net,
            quantity: String(quantity),
          })),
          ...(shipping === undefined ? {} : { shipping: { method: 'PostNL', rate: shipping } }),
          ...(discount === undefined
            ? {}
            : { coupon: { code: 'WELKOM', name: 'Welkom', type: 'ABS', value: discount } }),
          ...(giftCard === undefined ? {} : { giftCard }),
        },
        ...(isOpen ? { paymentStatus: 'AWAITING_PAYMENT' } : {}),
      };
    },
    giveBack: (sale) => patch({ refund: isPart(sale) ? { amount: '12.10' } : {} }),
  },

  magento: {
    sales: [twoRates('the standard rate'), ...others, notPaid],
    asSold: ({ about, buyer, lines, shipping, discount, untaxed, isOpen }) => {
      const [firstname = '', ...more] = buyer.name.split(' ');
      return {
        about,
        buyer: {
          ...{ firstname, lastname: more.join(' '), email: buyer.email, street: [withNumber(buyer)] },
          ...{ postcode: buyer.postalCode, city: buyer.city, country: buyer.country },
          ...(buyer.company === undefined
            ? {}
            : { company: buyer.company, vatId: buyer.vatNumber, taxvat: buyer.vatNumber }),
        },
        basket: {
          tax: untaxed ?? 'charged',
          lines: lines.map(({ net: _, quantity, ...line }, index) => ({
            ...line,
            ...{ productId: index + 1, quantity: String(quantity) },
          })),
          ...(shipping === undefined
            ? {}
            : { shipping: { method: 'flatrate_flatrate', description: 'PostNL', price: shipping } }),
          ...(discount === undefined
            ? {}
            : { discount: { label: 'WELKOM', coupon: 'WELKOM', type: 'amount', value: discount } }),
        },
        deeds: isOpen ? [] : [{ invoice: true }],
      };
    },
    giveBack: (sale) => patch({ refund: isPart(sale) ? { rows: [{ position: 0, quantity: '1' }] } : {} }),
  },

  mijnwebwinkel: {
    sales: [twoRates('the rates of the goods'), ...others, notPaid, toNobody],
    asSold: ({ about, buyer, lines, shipping, discount, isOpen }) => {
      const { postalCode: zipcode, vatNumber: taxnumber, ...who } = buyer;
      return {
        about,
        buyer: {
          ...who,
          zipcode,
          ...(taxnumber === undefined ? {} : { taxnumber }),
          account: buyer.email !== '',
        },
        lines: lines.map(({ net: _, ...line }) => line),
        ...(shipping === undefined ? {} : { shipping: { amount: shipping } }),
        ...(discount === undefined ? {} : { discount: { code: 'WELKOM', amount: discount } }),
        ...(isOpen ? { status: pending, became: 'pending' } : {}),
      };
    },
    giveBack: (sale) => patch({ credit: isPart(sale) ? { lines: [[0, 1]], costs: false } : {} }),
  },

  ccv: {
    sales: [twoRates('the standard rate'), ...others],
    asSold: ({ about, buyer, lines, shipping, discount }) => {
      const { postalCode: zipcode, number: _, ...who } = buyer;
      return {
        about,
        buyer: { ...who, zipcode, street: withNumber(buyer) },
        lines: lines.map(({ net: _net, quantity, ...line }) => ({ ...line, quantity: String(quantity) })),
        ...(shipping === undefined ? {} : { shipping }),
        ...(discount === undefined ? {} : { coupon: { code: 'WELKOM', amount: discount } }),
      };
    },
    giveBack: (sale) => patch({ credit: isPart(sale) ? { rows: [[0, 1]], costs: false } : {} }),
  },

  salesforce: {
    sales: [twoRates(null), ...others, { ...notPaid, about: 'a draft' }, toNobody].map(inWordsOfSalesforce),
    asSold: ({ about, buyer, lines, untaxed, isOpen }) => {
      const { number: _, ...who } = buyer;
      return {
        about,
        buyer: { ...who, street: withNumber(buyer) },
        lines: lines.map(({ net, quantity, rate, sku, name }) => ({
          ...{ sku, name, price: net, quantity: String(quantity) },
          rate: untaxed === undefined ? rate : '0',
        })),
        ...(isOpen ? { state: 'draft' } : {}),
      };
    },
    giveBack: (sale) => ({
      ...{ method: 'POST', path: '/reduce' },
      body: isPart(sale) ? { lines: [[0, 1]] } : {},
    }),
  },
} satisfies Readonly<Record<string, Counter>>;

export const counterOf = (system: string): Counter | undefined =>
  (counters as Readonly<Record<string, Counter>>)[system];
