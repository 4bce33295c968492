/** What the shop of the sandbox sells. Prices include Dutch VAT. */
import { type Article, articlesFrom } from '../../kit/shop/assortment.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import type { LineInput } from './basket.ts';

interface Kind {
  readonly type?: LineInput['type'];
  readonly fixedTax?: string;
  readonly variants?: readonly {
    readonly productId: number;
    readonly suffix: string;
    readonly valueId: number;
  }[];
  readonly bundle?: 'fixed' | 'dynamic';
}

const article = articlesFrom<Kind>(400);

const sizes = [
  { productId: 461, suffix: 'M', valueId: 57 },
  { productId: 462, suffix: 'L', valueId: 58 },
];

export const lamp = article(1, 'LAMP-PU', 'Bureaulamp Pulser', '49.95', 'standard', 1.2, {
  fixedTax: '0.15',
});
export const notebook = article(2, 'SCHR-A5', 'Schrift A5, gelinieerd', '4.95', 'standard', 0.2);
export const pen = article(3, 'PEN-FIJN', 'Fijnschrijver zwart', '2.79', 'standard', 0.02);
export const chair = article(4, 'STOEL-01', 'Bureaustoel “Löwe”', '279.00', 'standard', 14.5);
export const clip = article(5, 'CLIP-XS', 'Paperclip, per stuk', '0.07', 'standard', 0.001);
export const novel = article(11, 'BOEK-ROM', 'De roman van het jaar', '24.99', 'reduced', 0.45);
export const atlas = article(12, 'BOEK-ATL', 'Wereldatlas in kleur', '64.50', 'reduced', 2.1);
export const coffee = article(13, 'KOFF-1K', 'Koffiebonen, 1 kg', '17.49', 'reduced', 1);
export const shirt = article(21, 'TRUI-NRD', 'Trui Noordzee', '59.95', 'standard', 0.6, { variants: sizes });
export const course = article(31, 'CURSUS', 'Cursus kalligrafie, online', '89.00', 'standard', 0, {
  type: 'virtual',
});
export const font = article(32, 'FONT-ZEE', 'Lettertype Zeeland', '29.50', 'standard', 0, {
  type: 'downloadable',
});
export const ink = article(41, 'INKT-BL', 'Inkt, blauw', '8.25', 'standard', 0.15, { type: 'grouped' });
export const gift = article(51, 'BON-25', 'Cadeaubon 25 euro', '25.00', 'none', 0, { type: 'giftcard' });
export const deskSet = article(61, 'SET-BUREAU', 'Bureauset', '74.95', 'standard', 3.4, {
  type: 'bundle',
  bundle: 'fixed',
});
export const readingSet = article(62, 'SET-LEES', 'Leespakket', '0', 'none', 1.65, {
  type: 'bundle',
  bundle: 'dynamic',
});

/** The articles of random sales. */
export const ordinary = [
  lamp,
  notebook,
  pen,
  chair,
  novel,
  atlas,
  coffee,
  shirt,
  ink,
  deskSet,
  readingSet,
] as const;

interface LineOptions {
  readonly quantity?: string;
  /** Whose rates are charged. */
  readonly country?: string;
  /** For a store whose prices are without tax. */
  readonly net?: boolean;
  readonly variant?: number;
  readonly originalPrice?: string;
}

export function lineOf(item: Article & Kind, options: LineOptions = {}): LineInput {
  const { quantity = '1', country = 'NL', net = false, variant = 0, originalPrice } = options;
  const home = rateOf(item.vat, 'NL');
  const chosen = item.variants?.[variant];
  const price = net ? netPrice(item.price, home) : item.price;
  const sku = chosen === undefined ? item.sku : `${item.sku}-${chosen.suffix}`;
  return {
    type: chosen === undefined ? (item.type ?? 'simple') : 'configurable',
    productId: item.productId,
    sku: item.bundle === 'dynamic' ? `${sku}-${novel.sku}-${pen.sku}` : sku,
    name: item.name,
    price,
    quantity,
    rate: rateOf(item.vat, country),
    ...(country === 'NL' ? {} : { storeRate: home }),
    weight: item.weight,
    ...(originalPrice === undefined ? {} : { originalPrice }),
    ...(item.fixedTax === undefined ? {} : { fixedTax: item.fixedTax }),
    ...(chosen === undefined
      ? {}
      : {
          variant: {
            productId: chosen.productId,
            name: `${item.name} ${chosen.suffix}`,
            options: [{ attributeId: '93', valueId: chosen.valueId }],
          },
        }),
    ...(item.bundle === undefined ? {} : { bundle: bundleOf(item.bundle, country, net) }),
  };
}

/** The parts have different rates, so a reader must look at them. */
function bundleOf(pricing: 'fixed' | 'dynamic', country: string, net: boolean): LineInput['bundle'] {
  const dynamic = pricing === 'dynamic';
  const parts = dynamic ? [novel, pen, coffee] : [lamp, notebook];
  return {
    pricing,
    parts: parts.map((part, index) => ({
      optionId: 20 + index,
      selectionId: 70 + index,
      productId: part.productId,
      sku: part.sku,
      name: part.name,
      quantity: part === pen ? '3' : '1',
      // Catalogue prices of the parts are the same for every country here.
      price: dynamic ? (net ? netPrice(part.price, rateOf(part.vat, 'NL')) : part.price) : '0',
      rate: dynamic ? rateOf(part.vat, country) : '0',
      weight: part.weight,
    })),
  };
}
