/** Sales of every kind that the recipes tell of, in the words of each shop. What they come to was worked out on paper. */

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
  /** VAT is shifted to the buyer. */
  readonly isShifted?: true;
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

const others: readonly Sale[] = [
  {
    about: 'a company in another EU country',
    buyer: {
      ...{ name: 'Jürgen Weißenfels', email: 'einkauf@teekontor.example.com' },
      ...{ company: 'Teekontor Weißenfels GmbH & Co. KG', vatNumber: 'DE987650108' },
      ...{ street: 'Große Elbstraße', number: '145', postalCode: '22767', city: 'Hamburg', country: 'DE' },
    },
    lines: [{ ...mug, quantity: 5 }],
    isShifted: true,
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

export const counters = {
  ecwid: {
    sales: [twoRates('the rates of the goods'), ...others, toNobody],
    asSold: ({ about, buyer, lines, shipping, discount, isShifted = false }) => {
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
          tax: isShifted ? 'shifted' : 'charged',
          lines: lines.map(({ price, net, quantity, ...line }) => ({
            ...line,
            price: isShifted ? net : price,
            quantity: String(quantity),
          })),
          ...(shipping === undefined ? {} : { shipping: { method: 'PostNL', rate: shipping } }),
          ...(discount === undefined
            ? {}
            : { coupon: { code: 'WELKOM', name: 'Welkom', type: 'ABS', value: discount } }),
        },
      };
    },
    giveBack: (sale) => patch({ refund: isPart(sale) ? { amount: '12.10' } : {} }),
  },

  magento: {
    sales: [twoRates('the standard rate'), ...others],
    asSold: ({ about, buyer, lines, shipping, discount, isShifted = false }) => {
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
          tax: isShifted ? 'shifted' : 'charged',
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
        deeds: [{ invoice: true }],
      };
    },
    giveBack: (sale) => patch({ refund: isPart(sale) ? { rows: [{ position: 0, quantity: '1' }] } : {} }),
  },

  mijnwebwinkel: {
    sales: [twoRates('the rates of the goods'), ...others, toNobody],
    asSold: ({ about, buyer, lines, shipping, discount }) => {
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
    sales: [twoRates(null), ...others, toNobody],
    asSold: ({ about, buyer, lines, isShifted = false }) => {
      const { number: _, ...who } = buyer;
      return {
        about,
        buyer: { ...who, street: withNumber(buyer) },
        lines: lines.map(({ net, quantity, rate, sku, name }) => ({
          ...{ sku, name, price: net, quantity: String(quantity) },
          rate: isShifted ? '0' : rate,
        })),
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
