import { rejected } from '../../../records/problem.ts';
import { heldCurrencies } from '../held-currency.ts';
import type { OrdersSettings } from '../settings.ts';
import type { OrderWork } from '../work.ts';
import type { Balanced } from './balance.ts';
import { balanceDocument, draftDocument } from './draft.ts';
import { checkVatTreatment } from './vat-treatment.ts';

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
  const held = heldCurrencies(endpoints.target, api.account);
  if (held === undefined || held.includes(order.currency)) return;
  throw rejected('currency_unsupported', { currency: order.currency, system: connector.name, held });
}
