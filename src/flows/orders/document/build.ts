import { rejected } from '../../../records/problem.ts';
import { isInEu } from '../../../records/vat-area.ts';
import type { OrdersSettings } from '../settings.ts';
import type { OrderWork } from '../work.ts';
import type { Balanced } from './balance.ts';
import { vatCountry } from './codes.ts';
import { balanceDocument, draftDocument } from './draft.ts';

/** Builds the document to the cent, its customer still open. It makes no calls and writes nothing. */
export async function buildDocument(work: OrderWork, settings: OrdersSettings): Promise<Balanced> {
  checkCurrency(work);
  checkVatTreatment(work);
  const { order, endpoints } = work;
  const draft = draftDocument(order, await work.mapped(), settings, endpoints.target);
  return balanceDocument(draft, order, settings, endpoints.target);
}

function checkCurrency({ context, endpoints, order }: OrderWork): void {
  const { api, connector } = context.target;
  const { currencies } = endpoints.target;
  const held = typeof currencies === 'function' ? currencies(api.account) : currencies;
  if (held === undefined || held.includes(order.currency)) return;
  throw rejected('currency_unsupported', { currency: order.currency, system: connector.name, held });
}

function checkVatTreatment({ context: { settings, source }, order }: OrderWork): void {
  const country = vatCountry(order);
  const home = source.api.account.traits.country;
  if (order.customer.reverseCharge && settings.vat.reverseCharge === 'park') {
    throw rejected('reverse_charge', {});
  }
  const abroad = country !== undefined && home !== undefined && country !== home && isInEu(country);
  if (abroad && order.customer.kind === 'person' && settings.vat.oss === 'park') {
    throw rejected('oss', { country });
  }
}
