import Big from 'big.js';
import type { JsonObject } from '../../kit/json.ts';
import { asNumber, sumOf } from '../../kit/money/cents.ts';
import { withoutTax } from '../../kit/money/tax.ts';
import { toSeconds } from '../../kit/time/timestamps.ts';
import { personOnWire } from '../customers/person-on-wire.ts';
import type { Basket } from '../sales/basket.ts';
import { type Figures, figuresOf } from '../sales/figures.ts';
import type { Sale } from '../sales/sale.ts';
import { dateText } from '../timestamps.ts';
import { discountsOnWire, shippingOnWire, surchargesOnWire } from './discounts-on-wire.ts';
import { linesOnWire, taxesOnShipping } from './line-on-wire.ts';

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
    subtotal: asNumber(figures.subtotal),
    subtotalWithoutTax: asNumber(net),
    total: asNumber(figures.total),
    totalWithoutTax: asNumber(figures.total.minus(figures.tax)),
    tax: asNumber(figures.tax),
    // Has many decimals, because it is converted (sheet 2.3). Nobody books it.
    usdTotal: asNumber(figures.total.times('1.0843172'), 10),
    pricesIncludeTax,
    ...discountsOnWire(basket, figures, placedAt),
    customSurcharges: surchargesOnWire(basket, figures),
    giftCardRedemption: asNumber(figures.giftCard),
    totalBeforeGiftCardRedemption: asNumber(figures.total.plus(figures.giftCard)),
    giftCardDoubleSpending: false,
    ...(figures.giftCard.eq(0) ? {} : { giftCardCode: `GC-${id}` }),
    ...(figures.storeCredit.eq(0)
      ? {}
      : {
          storeCredit: {
            redemption: { id: `SC-${id}`, amount: asNumber(figures.storeCredit), cancelled: false },
          },
        }),
    items: linesOnWire(basket, figures, firstItemId),
    ...shippingOnWire(basket, figures),
    handlingFee: {
      name: handlingFee?.name ?? '',
      value: asNumber(figures.handlingFee),
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
  return { refundedAmount: asNumber(sumOf(refunds.map(({ amount }) => Big(amount)))), refunds: rows };
}

/** An empty text can be "", null or absent (sheet 2.3). Orders take turns in showing the three forms. */
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
