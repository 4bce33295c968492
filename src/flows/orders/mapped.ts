/** What a mapping fills in of an order's document, and the orders that it can be tried on. */
import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { documentTargets } from '../../connectors/contract/document-targets.ts';
import type { DocumentTarget } from '../../connectors/contract/target.ts';
import { fieldNames } from '../../mapping/fields.ts';
import type { Customer } from '../../records/customer.ts';
import { big } from '../../records/money.ts';
import type { Order, OrderLine } from '../../records/order.ts';
import { usualCustomer } from '../customers/mapped.ts';
import { buyerTraits, fieldsByPart, type MappedPart, readItems, type Sampling } from '../mapped.ts';
import { checkedTarget } from './check-places.ts';
import { daySettingsOf } from './day/settings.ts';
import { draftDocument } from './document/draft.ts';
import { lineFields, mapReference, unmapped, writtenReference } from './document/map-order.ts';
import { mappingInputs } from './expression-inputs.ts';
import { heldCurrencies, inBookedCurrency } from './held-currency.ts';
import { withNamedFees } from './named-fees.ts';
import type { OrdersSettings } from './settings.ts';
import { withTakings } from './takings.ts';

export function mappedOrders(settings: OrdersSettings, target: Connector): MappedPart<Order>[] {
  const made = checkedTarget(settings.document, target);
  const [document, ...others] = partsOf(made, target);
  if (document === undefined || made === undefined) return others;
  const written: MappedPart['written'] = async (field, value, { order }) =>
    field === 'reference' ? writtenReference(made, order as Order, value) : value;
  return [{ ...document, usual: usualDocument(made, settings), written }, ...others];
}

/** Of all kinds of document that the target makes. */
export function everyTargetField(target: Connector): string[] {
  const names = documentTargets(target).flatMap((each) => fieldNames(fieldsByPart(partsOf(each, target))));
  return [...new Set(names)];
}

function partsOf(document: DocumentTarget | undefined, target: Connector): MappedPart<Order>[] {
  return [
    {
      part: '',
      group: 'document',
      input: mappingInputs[''],
      fields: document?.fields ?? z.object({}),
      inputsOf: (order) => [{ order }],
    },
    {
      part: 'customer',
      group: 'customer',
      input: mappingInputs.customer,
      fields: target.customers?.target?.fields ?? z.object({}),
      inputsOf: (order) => [{ order, customer: order.customer }],
      usual: async ({ customer }, end) => usualCustomer(customer as Customer, end),
    },
    {
      part: 'line',
      group: 'lines',
      input: mappingInputs.line,
      fields: lineFields,
      inputsOf: (order) => order.lines.map((line) => ({ order, line })),
      usual: async ({ line }) => ({ description: (line as OrderLine).name }),
    },
  ];
}

/** As the settings alone make it. */
function usualDocument(target: DocumentTarget, settings: OrdersSettings): NonNullable<MappedPart['usual']> {
  return async (input, { account }) => {
    const order = input.order as Order;
    const reference = await mapReference({ settings, mapping: {} }, target, order);
    const document = draftDocument(order, { ...unmapped(order), reference }, settings, target);
    return { ...target.toWire(document, account), reference };
  };
}

export const orderSamples: Sampling<OrdersSettings, Order> = {
  read: (source, api, keys) => readItems(source.orders?.source, api, keys),
  seen: (order, settings, { connector, account }) => {
    const made = checkedTarget(settings.document, connector);
    const held = made === undefined ? undefined : heldCurrencies(made, account);
    const booked = withNamedFees(inBookedCurrency(order, settings, held), settings.fees);
    return withTakings(booked, daySettingsOf(settings).vouchers);
  },
  nameOf: ({ number }) => number,
  madeAt: ({ placedAt }) => placedAt,
  traitsOf: ({ refunded, cancelled, customer }, { vat }, { account }) => [
    ...(cancelled || !big(refunded).eq(0) ? (['refunded'] as const) : []),
    ...buyerTraits(customer, vat.homeCountry ?? account.traits.country),
  ],
};
