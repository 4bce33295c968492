import type { Account } from '../../../../src/connectors/contract/account.ts';
import { addressOrNone } from '../../../../src/connectors/wire/party.ts';
import { big, money, normalise, sum } from '../../../../src/records/money.ts';
import type { Order } from '../../../../src/records/order.ts';
import { vatUpon } from '../../../../src/records/vat.ts';
import { byRate, vatBreakdown } from '../../../../src/records/vat-breakdown.ts';
import type { ItemWire, OrderWire } from './order-wire.ts';

/** Prices are net and no total has tax (sheet 5.3, 5.4): the VAT is that of the lines, per rate, to the cent. */
export function orderFromWire(wire: OrderWire, items: readonly ItemWire[], { currency }: Account): Order {
  const nets = items.map(({ Quantity, UnitPrice, vatRate }) => ({
    rate: vatRate,
    amount: big(Quantity).times(UnitPrice),
  }));
  const vatParts = byRate(nets).map(({ rate, amount }) => ({
    rate,
    amount: big(money(vatUpon(amount, rate), currency)),
  }));
  const vat = sum(vatParts.map(({ amount }) => amount));
  const { Account: company, BillToContact: contact } = wire;
  return {
    id: wire.Id,
    number: wire.OrderNumber,
    placedAt: wire.CreatedDate.toISOString(),
    updatedAt: wire.SystemModstamp.toISOString(),
    // It has no zone (sheet 3.9).
    date: wire.EffectiveDate,
    currency,
    pricesIncludeVat: false,
    status: wire.Status,
    // Sales Cloud knows no payments.
    paymentStatus: '',
    paid: false,
    cancelled: false,
    customer: {
      id: company?.Id,
      kind: company === undefined ? 'person' : 'company',
      email: contact?.Email,
      name: contact?.Name ?? company?.Name ?? '',
      company: company?.Name,
      phone: contact?.Phone,
      address:
        addressOrNone({
          street: wire.BillingStreet,
          postalCode: wire.BillingPostalCode,
          city: wire.BillingCity,
          region: wire.BillingState,
          country: wire.BillingCountryCode ?? codeIn(wire.BillingCountry),
        }) ?? {},
    },
    lines: items.map((item) => ({
      id: item.Id,
      sku: item.Product2?.StockKeepingUnit ?? item.Product2?.ProductCode,
      name: item.Description ?? item.Product2?.Name ?? '',
      quantity: item.Quantity,
      unitPrice: item.UnitPrice,
      discount: '0',
      vatRate: item.vatRate,
    })),
    shipping: [],
    fees: [],
    discounts: [],
    gross: money(sum(nets.map(({ amount }) => amount)).plus(vat), currency),
    vat: normalise(vat),
    vatByRate: vatBreakdown(vatParts, vat),
    refunded: '0',
    note: wire.Description,
  };
}

/** Where an org keeps names, many write codes. */
function codeIn(country: string | undefined): string | undefined {
  return country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined;
}
