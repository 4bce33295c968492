import type { Account } from '../../../../src/connectors/contract/account.ts';
import { addressOrNone, nameOr, streetOf } from '../../../../src/connectors/wire/party.ts';
import type { Address } from '../../../../src/records/address.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { big, normalise, sum } from '../../../../src/records/money.ts';
import type { Order } from '../../../../src/records/order.ts';
import { localDate } from '../../../../src/records/time-zone.ts';
import { fractionToPercent } from '../../../../src/records/vat.ts';
import { vatBreakdown } from '../../../../src/records/vat-breakdown.ts';
import type { AddressWire, LineWire, OrderWire } from './order-wire.ts';

const paidStatuses = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];

/** As ordered, before returns: `current…` figures are after them (sheet 5.2). */
export function orderFromWire(wire: OrderWire, lines: readonly LineWire[], account: Account): Order {
  const taxed = [...lines, ...wire.shippingLines.nodes].flatMap(({ taxLines }) => taxLines);
  const parts = taxed.map(({ rate, priceSet }) => ({ rate: fractionToPercent(rate), amount: big(priceSet) }));
  const tip = wire.totalTipReceivedSet;
  return {
    id: wire.id,
    number: wire.name,
    placedAt: wire.processedAt.toISOString(),
    updatedAt: wire.updatedAt.toISOString(),
    date: localDate(wire.processedAt, account.timeZone),
    currency: wire.currencyCode,
    pricesIncludeVat: wire.taxesIncluded,
    status: wire.displayFulfillmentStatus ?? '',
    paymentStatus: wire.displayFinancialStatus ?? '',
    paid: paidStatuses.includes(wire.displayFinancialStatus ?? ''),
    cancelled: wire.cancelledAt !== undefined,
    paymentMethod: wire.paymentGatewayNames[0],
    shippingMethod: wire.shippingLines.nodes[0]?.title,
    customer: customerOf(wire),
    delivery: addressOf(wire.shippingAddress),
    lines: lines.map(lineOf),
    shipping: wire.shippingLines.nodes.map(({ title, discountedPriceSet, taxLines }) => ({
      description: title,
      amount: discountedPriceSet,
      vatRate: rateOf(taxLines),
    })),
    fees: tip === '0' ? [] : [{ kind: 'surcharge', amount: tip, vatRate: '0' }],
    // All of them are allocated to the lines (sheet 5.1).
    discounts: [],
    gross: wire.totalPriceSet,
    vat: wire.totalTaxSet,
    vatByRate: vatBreakdown(parts, big(wire.totalTaxSet)),
    refunded: wire.totalRefundedSet,
    note: wire.note,
  };
}

function lineOf(wire: LineWire): Order['lines'][number] {
  return {
    id: wire.id,
    sku: wire.sku,
    name: [wire.title, wire.variantTitle].filter(Boolean).join(' – '),
    quantity: wire.quantity,
    unitPrice: wire.originalUnitPriceSet,
    discount: normalise(sum(wire.discountAllocations.map(({ allocatedAmountSet }) => allocatedAmountSet))),
    vatRate: rateOf(wire.taxLines),
  };
}

function rateOf(taxLines: LineWire['taxLines']): string {
  return fractionToPercent(normalise(sum(taxLines.map(({ rate }) => rate))));
}

function customerOf(wire: OrderWire): Customer {
  const party = wire.billingAddress ?? wire.shippingAddress ?? undefined;
  const { company, phone, name } = party ?? {};
  return {
    id: wire.customer?.id,
    kind: company === undefined ? 'person' : 'company',
    email: wire.email,
    name: nameOr(name, { company, email: wire.email }),
    company,
    phone,
    address: addressOf(party) ?? {},
  };
}

function addressOf(wire: AddressWire | null | undefined): Address | undefined {
  if (!wire) return undefined;
  const { zip: postalCode, city, provinceCode: region, countryCodeV2: country } = wire;
  const lines = [wire.address1, wire.address2].filter((line) => line !== undefined);
  return addressOrNone({ ...streetOf(lines), postalCode, city, region, country });
}
