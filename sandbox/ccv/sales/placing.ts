import Big from 'big.js';
import { textIn } from '../../kit/json.ts';
import { isInEuropeanUnion } from '../../kit/places/european-union.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { countryOf } from '../customers/personal-info.ts';
import type { User } from '../customers/user.ts';
import {
  type ChosenOption,
  type Order,
  type OrderRow,
  type OrderTerms,
  plainRow,
  plainTerms,
} from '../orders/order.ts';
import { combinationOf } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import { cash } from '../shop-info/paymethods.ts';
import { home, percentageOf, tariffFor } from '../shop-info/taxes.ts';
import { customerOf } from './buyer.ts';
import type { Sale } from './sale.ts';
import { shelfLine } from './shelf-line.ts';
import { type TillExtras, tillExtras } from './till-extras.ts';

export interface PlacedAs {
  readonly placedAt?: number;
  /** Has always been there: the stock knows of it, and nobody is told. */
  readonly seeded?: boolean;
}

/** Which VAT an order carries. */
interface Taxation {
  readonly kind: 'charged' | 'shifted' | 'exported' | 'platform';
  readonly country: string;
}

/** A checkout or a receipt: the order, and the buyer's account if there is to be one. */
export function placeSale(shop: Shop, sold: Sale, { placedAt, seeded = false }: PlacedAs = {}): Order {
  const sale = {
    ...sold,
    lines: sold.lines.map((each) => (each.price === undefined ? shelfLine(shop, each) : each)),
  };
  const customer = customerOf(sale);
  const user = sale.buyer?.account === true ? accountOf(shop, sale, seeded) : null;
  const taxation = taxationOf(sale, countryOf(customer));
  const extras = tillExtras(sale, shop.settings());
  const id = shop.ids.next('order');
  const order: Order = {
    id,
    number: sale.basket ? null : shop.ids.next('orderNumber'),
    createdAt: wholeSecond(
      placedAt ?? (sale.placedAt === undefined ? shop.world.now() : Date.parse(sale.placedAt)),
    ),
    isCompleted: !sale.basket,
    status: sale.basket ? null : sale.status,
    paid: sale.paid,
    paymethodId: sale.paymethod,
    transactionId: sale.paid && !sale.till ? `tr_${id}` : null,
    userId: user?.id ?? null,
    userDiscount: Number(sale.userDiscount),
    customer,
    rows: [
      ...sale.lines.map((line) => goodsOf(shop, sale, line, taxation)),
      ...extras.rows.map((row) => tillRow(shop, row)),
    ],
    terms: termsOf(sale, extras, taxation),
    isExtraTaxed: extras.costs === null,
    coupon:
      sale.coupon === null
        ? null
        : { code: sale.coupon.code, discount: Number(sale.coupon.amount), type: sale.coupon.type },
    pickup: sale.pickupPoint ? pickupPoint : null,
    notes: [],
    messages: [],
    notifications: [],
    labels: [],
    isTaken: false,
  };
  shop.abouts.set(String(id), sale.about);
  if (sale.till && sale.paymethod !== cash.id) {
    const receipt = { id: shop.ids.next('receipt'), orderId: id, createdAt: order.createdAt };
    shop.receipts.set(String(receipt.id), receipt);
  }
  const remark = () => ({ id: shop.ids.next('remark'), at: order.createdAt, text: sale.note });
  return shop.save(sale.note === '' ? order : { ...order, notes: [remark()] }, seeded);
}

const pickupPoint = {
  city: 'Utrecht',
  code: 'PG-3571',
  company: 'Boekhandel De Brug',
  country: 'Nederland',
  housenumber: 12,
  street: 'Brugstraat',
  housenumber_suffix: '',
  zipcode: '3571AA',
};

function taxationOf({ platform, buyer }: Sale, country: string): Taxation {
  if (platform) return { kind: 'platform', country };
  if (!isInEuropeanUnion(country)) return { kind: 'exported', country };
  const isShifted = country !== home && buyer !== null && buyer.company !== '' && buyer.vatNumber !== '';
  return { kind: isShifted ? 'shifted' : 'charged', country };
}

/** Where no tax is charged, the shop's own is taken out of a price that has it. */
function priceOf(price: string, { pricesIncludeTax }: Sale, rate: string, { kind }: Taxation): number {
  const isNet = kind === 'charged' || kind === 'platform' || !pricesIncludeTax;
  return Number(isNet ? price : netPrice(price, rate));
}

function goodsOf(shop: Shop, sale: Sale, line: Sale['lines'][number], taxation: Taxation): OrderRow {
  const { assortment } = shop;
  const product = assortment.products.get(String(line.productId));
  const values = line.options.flatMap(({ name, value }) => {
    const known = product?.values.map(({ valueId }) => assortment.attributeValue(String(valueId))) ?? [];
    return known.filter(
      (each) => each.name === value && assortment.attribute(String(each.attributeId)).name === name,
    );
  });
  const valueIds = values.map(({ id }) => id);
  const own = (product && combinationOf(product, valueIds))?.fields ?? {};
  const rate = line.rate ?? String(percentageOf(tariffFor(line.vat), taxation.country));
  const untaxed = taxation.kind !== 'charged' || line.type !== 'product';
  return {
    ...plainRow,
    id: shop.ids.next('row'),
    type: line.type,
    productId: line.productId,
    valueIds,
    name: line.name,
    number: line.sku,
    subNumber: textIn(own, 'product_number'),
    subSku: textIn(own, 'sku_number'),
    subEan: textIn(own, 'ean_number'),
    count: Number(line.quantity),
    price: priceOf(line.price ?? '0', sale, rateOf(line.vat, home), taxation),
    discount: Number(line.discount),
    tax: untaxed ? 0 : Number(rate),
    weight: Number(line.weight),
    unit: line.unit,
    memo: line.memo,
    packageId: product?.packageId ?? null,
    attributes: line.options.map(({ name, value, price }): ChosenOption => {
      return { id: shop.ids.next('chosenOption'), option: name, value, price: Number(price) };
    }),
  };
}

function tillRow(shop: Shop, { name, number, price }: TillExtras['rows'][number]): OrderRow {
  const id = shop.ids.next('row');
  return { ...plainRow, id, name, number, price, count: 1, tax: 0, isCustomPrice: true };
}

function termsOf(sale: Sale, extras: TillExtras, taxation: Taxation): OrderTerms {
  const { kind, country } = taxation;
  const { pricesIncludeTax, shipping, paymethodCosts, extraCosts, coupon, creditPoints } = sale;
  const rate = kind === 'shifted' ? 0 : percentageOf('normal', country);
  return {
    ...plainTerms,
    taxes_included: sale.taxed,
    deliver_method: sale.till ? 'pickup' : sale.deliverMethod,
    is_platform_sale: sale.platform,
    order_row_taxes_included: pricesIncludeTax,
    shipping_taxes_included: pricesIncludeTax,
    shipping_tax_percentage: rate,
    is_intra_community_order: kind === 'shifted',
    total_shipping: shipping === null ? 0 : priceOf(shipping, sale, '21', taxation),
    total_discounts: Number(
      Big(coupon?.amount ?? 0)
        .plus(extras.discount)
        .toFixed(),
    ),
    credit_point_discount: Number(creditPoints ?? 0),
    paymethod_costs: Number(paymethodCosts ?? 0),
    extra_costs: extras.costs?.amount ?? Number(extraCosts?.amount ?? 0),
    extra_costs_description: extras.costs?.description ?? extraCosts?.description ?? '',
    extra_payment_option: sale.paymentExtra?.name ?? '',
    extra_payment_option_price: Number(sale.paymentExtra?.amount ?? 0),
    delivery_option: sale.pickupPoint ? 'PG' : null,
    track_and_trace_code: sale.trackAndTrace?.code ?? '',
    track_and_trace_carrier: sale.trackAndTrace?.carrier ?? null,
  };
}

function accountOf(shop: Shop, { buyer }: Sale, seeded: boolean): User | null {
  if (buyer === null || buyer.email === '') return null;
  const known = shop.userNamed(buyer.email);
  if (known !== undefined) return known;
  const info = customerOf({ buyer, deliverTo: undefined });
  const user = shop.newUser(buyer.email);
  return shop.saveUser({ ...user, info: info ?? user.info }, seeded);
}
