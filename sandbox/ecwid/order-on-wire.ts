import type { JsonObject } from '../json.ts';
import type { Basket } from './basket.ts';
import { onWire, sumOf, withoutTax } from './cents.ts';
import { discountsOnWire, shippingOnWire, surchargesOnWire } from './discounts-on-wire.ts';
import { type Figures, figuresOf } from './figures.ts';
import { linesOnWire, taxesOnShipping } from './line-on-wire.ts';
import { dateText, toSeconds } from './moments.ts';
import { personOnWire } from './person-on-wire.ts';
import type { Sale } from './sale.ts';

/** What the shop gives an order besides its content. */
export interface Placing {
  readonly id: string;
  readonly internalId: number;
  readonly firstItemId: number;
  readonly customerId: number | undefined;
  readonly placedAt: number;
  readonly updatedAt: number;
}

/** A made-up sale as the order that `GET /orders/{id}` shows (sheet 3.6 to 3.9). */
export function orderOnWire(sale: Sale, placing: Placing): JsonObject {
  const { basket, buyer, deliverTo } = sale;
  const figures = figuresOf(basket);
  const { id, internalId, customerId, placedAt, updatedAt } = placing;
  return {
    id,
    internalId,
    orderNumber: internalId,
    vendorOrderNumber: id,
    publicUid: id,
    ...moneyOnWire(basket, figures, placing),
    ...refundsOnWire(sale, placedAt),
    paymentMethod: sale.payment.method,
    paymentModule: sale.payment.module,
    paymentStatus: sale.paymentStatus,
    fulfillmentStatus: sale.fulfillmentStatus,
    externalTransactionId: `tr_${id.toLowerCase()}`,
    email: buyer.email,
    ...(customerId === undefined ? {} : { customerId, customerGroupId: 0, customerGroup: 'General' }),
    customerTaxExempt: basket.tax === 'exempt',
    customerTaxId: buyer.vatNumber,
    customerTaxIdValid: buyer.vatNumber !== '',
    reversedTaxApplied: basket.tax === 'shifted',
    b2b_b2c: buyer.companyName === '' ? 'b2c' : 'b2b',
    customerRequestedInvoice: buyer.companyName !== '',
    customerFiscalCode: '',
    electronicInvoicePecEmail: '',
    electronicInvoiceSdiCode: '',
    acceptMarketing: false,
    lang: buyer.lang,
    privateAdminNotes: '',
    ...texts(sale, internalId),
    createDate: dateText(placedAt),
    createTimestamp: toSeconds(placedAt),
    updateDate: dateText(updatedAt),
    updateTimestamp: toSeconds(updatedAt),
    billingPerson: personOnWire(buyer),
    ...(deliverTo === null ? {} : { shippingPerson: personOnWire(deliverTo ?? buyer) }),
    extraFields: {},
    orderExtraFields: [],
    additionalInfo: {},
    paymentParams: {},
    predictedPackage: [],
    shipments: [],
    shippingLabelAvailableForShipment: false,
    invoices: [],
    utmDataSets: [],
    hidden: false,
    externalFulfillment: false,
    disableAllCustomerNotifications: false,
    ticket: (internalId * 7919) % 1_000_000_007,
  };
}

/** Everything that an amount decides. */
export function moneyOnWire(
  basket: Basket,
  figures: Figures,
  { firstItemId, id, placedAt }: Pick<Placing, 'firstItemId' | 'id' | 'placedAt'>,
): JsonObject {
  const { pricesIncludeTax, handlingFee } = basket;
  const net = sumOf(figures.lines.map(({ amount, rate }) => withoutTax(amount, rate, pricesIncludeTax)));
  return {
    subtotal: onWire(figures.subtotal),
    subtotalWithoutTax: onWire(net),
    total: onWire(figures.total),
    totalWithoutTax: onWire(figures.total.minus(figures.tax)),
    tax: onWire(figures.tax),
    // Many decimals, as a currency rate makes them (sheet 2.3); nobody books it.
    usdTotal: Number(figures.total.times('1.0843172').toFixed(10)),
    pricesIncludeTax,
    ...discountsOnWire(basket, figures, placedAt),
    customSurcharges: surchargesOnWire(basket, figures),
    giftCardRedemption: onWire(figures.giftCard),
    totalBeforeGiftCardRedemption: onWire(figures.total.plus(figures.giftCard)),
    giftCardDoubleSpending: false,
    ...(figures.giftCard.eq(0) ? {} : { giftCardCode: `GC-${id}` }),
    ...(figures.storeCredit.eq(0)
      ? {}
      : {
          storeCredit: {
            redemption: { id: `SC-${id}`, amount: onWire(figures.storeCredit), cancelled: false },
          },
        }),
    items: linesOnWire(basket, figures, firstItemId),
    ...shippingOnWire(basket, figures),
    handlingFee: {
      name: handlingFee?.name ?? '',
      value: onWire(figures.handlingFee),
      description: '',
    },
    taxesOnShipping: taxesOnShipping(figures),
  };
}

function refundsOnWire({ refunds }: Sale, placedAt: number): JsonObject {
  const dayMs = 86_400_000;
  const rows = refunds.map(({ amount, reason }, index) => ({
    date: dateText(placedAt + (index + 1) * dayMs),
    source: 'CP',
    reason,
    amount: Number(amount),
  }));
  const cents = rows.reduce((total, { amount }) => total + Math.round(amount * 100), 0);
  return { refundedAmount: cents / 100, refunds: rows };
}

/** An empty text is "", null or absent with the same meaning (sheet 2.3): orders take turns. */
function texts({ comments }: Sale, internalId: number): JsonObject {
  const referer = { globalReferer: 'https://www.example.com/' };
  if (comments !== '') return { ...referer, orderComments: comments };
  switch (internalId % 3) {
    case 0:
      return { ...referer, orderComments: '', ipAddress: '203.0.113.9' };
    case 1:
      return { orderComments: null, ipAddress: '203.0.113.9', globalReferer: null };
    default:
      return referer;
  }
}
