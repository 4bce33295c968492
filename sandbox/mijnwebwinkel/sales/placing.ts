import type { JsonObject } from '../../kit/json.ts';
import { sumOf } from '../../kit/money/cents.ts';
import { ledgerOf } from '../../kit/shop/expectation.ts';
import { rateOf } from '../../kit/shop/vat-kind.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { newAddress, newCustomer, withAddress } from '../customers/customer.ts';
import { articleLine, type Chosen, costParts, netOf, partOf, type Terms } from '../orders/lines.ts';
import { type Order, type OrderLine, taxByRate, totalOf } from '../orders/order.ts';
import { newPayment } from '../orders/payments.ts';
import { offlineLocationId } from '../settings.ts';
import type { Shop } from '../shop.ts';
import { debtorOf } from './buyer.ts';
import type { Sale } from './sale.ts';

export interface PlacedAs {
  readonly placedAt?: number;
  /** Has always been there: the stock knows of it. */
  readonly seeded?: boolean;
}

/** A checkout: the order, and the buyer's account if there is to be one. */
export function placeSale(shop: Shop, sale: Sale, { placedAt, seeded = false }: PlacedAs = {}): Order {
  const { buyer, deliverTo } = sale;
  const at = wholeSecond(placedAt ?? shop.world.now());
  const account = buyer.account ? accountOf(shop, sale, seeded) : undefined;
  const businessModel =
    sale.businessModel ?? (buyer.company !== '' && buyer.taxnumber !== '' ? 'B2B' : 'B2C');
  const tax = shop.taxOf((deliverTo ?? buyer).country, businessModel);
  const taxed = tax.taxStrategy === '';
  // Where no tax is charged, the shop's own is taken out of the price.
  const terms = {
    included: shop.settings().pricesIncludeTax,
    taxed,
    country: taxed ? tax.taxRegion : 'NL',
  };
  const lines = linesOf(shop, sale, terms);
  const order: Order = {
    number: shop.newNumber(sale.test),
    uuid: shop.assortment.newUuid(),
    placedAt: at,
    status: sale.status,
    statusChangedAt: at,
    archived: sale.archived,
    finished: !sale.unfinished,
    discountCode: sale.discount?.code ?? '',
    credited: null,
    credits: [],
    customerComment: sale.comment,
    internalComment: '',
    businessModel,
    reference: sale.reference,
    ...tax,
    offlineLocationId: sale.atCounter ? offlineLocationId : null,
    isSent: sale.shipping !== null,
    debtor: debtorOf(sale, account, businessModel),
    lines,
    payments: [],
    linked: null,
  };
  const { gateway, method } = sale.payment;
  // An order of nothing has no payment (sheet 7.8).
  const isFree = totalOf(order).eq(0);
  const isTransaction = !isFree && !sale.linked;
  const payments = isTransaction ? [newPayment(shop, order, gateway, method, sale.became, at)] : [];
  const linked = isFree || isTransaction ? null : { gateway, method, statusId: 1 };
  const charged = taxByRate(order).map(({ rate, gross, tax: own }) => ({ rate, amount: gross, tax: own }));
  const figures = { gross: totalOf(order), tax: sumOf(charged.map((each) => each.tax)), charged };
  shop.ledgers.set(order.number, ledgerOf(sale, sale.about, figures, true));
  return shop.add({ ...order, payments, linked }, seeded);
}

interface SaleTerms extends Terms {
  /** Whose rates hold. */
  readonly country: string;
}

function linesOf(shop: Shop, sale: Sale, terms: SaleTerms): OrderLine[] {
  const goods = sale.lines.map((line) => goodsOf(shop, line, terms));
  const costs = [
    { type: 'discount', name: `Kortingscode ${sale.discount?.code}`, cost: negative(sale.discount) },
    { type: 'shipping', name: 'Verzendkosten', cost: sale.shipping },
    { type: 'payment', name: 'Betaalkosten', cost: sale.paymentCosts },
  ] as const;
  return [
    ...goods,
    ...costs.flatMap(({ type, name, cost }): OrderLine[] => {
      if (cost === null) return [];
      const parts = costParts(cost.amount, cost.rate, goods, terms);
      const id = shop.assortment.newUuid();
      return [{ id, type, quantity: 1, name, weight: '0', parts, article: null }];
    }),
  ];
}

function negative(discount: Sale['discount']): { amount: string; rate?: string } | null {
  return discount === null ? null : { amount: `-${discount.amount}` };
}

function goodsOf(shop: Shop, line: Sale['lines'][number], terms: SaleTerms): OrderLine {
  const { articleId, name, sku, price, action, quantity, weight } = line;
  const rate = line.rate ?? rateOf(line.vat, terms.country);
  const id = shop.assortment.newUuid();
  if (articleId === null) {
    const parts = [partOf(netOf(price, rate, terms.included), quantity, terms.taxed ? rate : '0')];
    return { id, type: 'custom', quantity, name, weight, parts, article: null };
  }
  const article = shop.assortment.articles.get(String(articleId));
  const purchase = article?.price.purchase ?? null;
  const options = line.options.map((chosen): Chosen => {
    const lists = article?.lists.map((each) => shop.assortment.list(String(each.id))) ?? [];
    const list = lists.find((each) => each.name === chosen.list);
    return { ...chosen, id: list?.options.find((each) => each.name === chosen.name)?.id ?? null };
  });
  const goods = { id, articleId, name, sku, quantity, weight, price, action, purchase, options };
  return articleLine(goods, { ...terms, rate });
}

function accountOf(shop: Shop, { buyer }: Sale, seeded: boolean): JsonObject {
  const known = shop.customerByEmail(buyer.email);
  if (known !== undefined) return known;
  const [firstName = '', ...others] = buyer.name.split(' ');
  const names = { firstName, lastName: others.join(' ') || '-' };
  const empty = newCustomer(shop, { email: buyer.email, ...names });
  const address = newAddress(shop, empty, {
    ...names,
    street: buyer.street || '-',
    streetNumber: buyer.number || '-',
    zipCode: buyer.zipcode,
    city: buyer.city,
    countryCode: buyer.country,
    ...(buyer.company === '' ? {} : { company: buyer.company }),
    ...(buyer.phone === '' ? {} : { phone: buyer.phone }),
    ...(buyer.taxnumber === '' ? {} : { taxNumber: buyer.taxnumber }),
  });
  const customer = withAddress(empty, address);
  if (seeded) shop.customers.seed(String(customer.id), customer);
  else shop.customers.put(String(customer.id), customer);
  return customer;
}
