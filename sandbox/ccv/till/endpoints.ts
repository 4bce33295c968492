/**
 * What only a till has (sheet 10). The bodies of cashups are not known: none is asked for, and a `status` of `CLOSED` closes
 * one. Members of `balances` and `vat_totals` are not known either, nor the fields of a terminal's receipt.
 */
import { type JsonObject, textIn } from '../../kit/json.ts';
import { localDate } from '../../kit/time/local-time.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import { type Call, idIn, objectIn, onTill, type Routes } from '../call/call.ts';
import { readBodyFields, text } from '../call/fields.ts';
import { plainList } from '../call/lists.ts';
import { invalid, notFound } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { utc } from '../times.ts';
import type { Cashup, Receipt, Signature } from './records.ts';

export function tillEndpoints(shop: Shop): Routes {
  return [
    ...cashupEndpoints(shop),
    ...receiptEndpoints(shop),
    ...signatureEndpoints(shop),
    onTill('GET', '/currentuser', ({ links }) => ({ href: links.self('currentuser') })),
  ];
}

function cashupEndpoints(shop: Shop): Routes {
  const found = (call: Call) => {
    const cashup = shop.cashups.get(idIn(call));
    if (cashup === undefined) throw notFound('cashups');
    return cashup;
  };
  const show =
    (call: Call) =>
    (each: Cashup): JsonObject => ({
      href: call.links.self('cashups', each.id),
      id: each.id,
      number_full: `${localDate(each.openedAt).slice(0, 4)}-${each.number}`,
      create_date: utc(each.openedAt),
      start_period: utc(each.openedAt),
      end_period: each.closedAt === null ? null : utc(each.closedAt),
      status: each.closedAt === null ? 'OPEN' : 'CLOSED',
      balances: [],
      vat_totals: [],
    });
  return [
    onTill('GET', '/cashups', (call) => plainList(call, shop.cashups.all(), { show: show(call) })),
    onTill('POST', '/cashups', (call) => show(call)(openCashup(shop))),
    onTill('GET', '/cashups/{id}', (call) => show(call)(found(call))),
    onTill('PATCH', '/cashups/{id}', (call) => {
      const cashup = found(call);
      if (objectIn(call).status !== 'CLOSED') throw invalid('A cashup can be closed only');
      closeCashup(shop, cashup);
      return undefined;
    }),
  ];
}

export function openCashup(shop: Shop, at = shop.world.now()): Cashup {
  if (shop.cashups.all().some(({ closedAt }) => closedAt === null)) throw invalid('A cashup is open');
  const id = shop.ids.next('cashup');
  const cashup = { id, number: id, openedAt: wholeSecond(at), closedAt: null };
  shop.cashups.set(String(id), cashup);
  return cashup;
}

export function closeCashup(shop: Shop, cashup: Cashup, at = shop.world.now()): Cashup {
  if (cashup.closedAt !== null) throw invalid('The cashup is closed');
  const closed = { ...cashup, closedAt: wholeSecond(at) };
  shop.cashups.set(String(cashup.id), closed);
  return closed;
}

function receiptEndpoints(shop: Shop): Routes {
  const show =
    (call: Call) =>
    ({ id, orderId, createdAt }: Receipt): JsonObject => ({
      href: call.links.self('terminalreceipts', id),
      id,
      create_date: utc(createdAt),
      parent: call.links.ref('orders', orderId),
    });
  return [
    onTill('GET', '/terminalreceipts', (call) => plainList(call, shop.receipts.all(), { show: show(call) })),
    onTill('GET', '/terminalreceipts/{id}', (call) => {
      const receipt = shop.receipts.get(idIn(call));
      if (receipt === undefined) throw notFound('terminalreceipts');
      return show(call)(receipt);
    }),
    onTill('GET', '/orders/{id}/terminalreceipts', (call) => {
      const { id } = shop.order(idIn(call));
      const rows = shop.receipts.all().filter(({ orderId }) => orderId === id);
      return plainList(call, rows, { show: show(call) });
    }),
  ];
}

const changed = text('signature_data');
const created = text('create_date type signature_identifier signature_data');

function signatureEndpoints(shop: Shop): Routes {
  const show =
    (call: Call) =>
    (each: Signature): JsonObject => ({
      href: call.links.self('fiscaltransactionsignatures', each.id),
      id: each.id,
      create_date: each.createDate,
      signature_identifier: each.identifier,
      type: each.type,
      signature_data: each.data,
    });
  const found = (call: Call) => {
    const signature = shop.signatures.get(idIn(call));
    if (signature === undefined) throw notFound('fiscaltransactionsignatures');
    return signature;
  };
  return [
    onTill('GET', '/orders/{id}/fiscaltransactionsignatures', (call) => {
      const { id } = shop.order(idIn(call));
      const rows = shop.signatures.all().filter(({ orderId }) => orderId === id);
      return plainList(call, rows, { show: show(call) });
    }),
    onTill('POST', '/orders/{id}/fiscaltransactionsignatures', (call) => {
      const { id: orderId } = shop.order(idIn(call));
      const required = ['create_date', 'type', 'signature_identifier', 'signature_data'];
      const sent = readBodyFields(objectIn(call), created, call.settings, required);
      const signature = {
        id: shop.ids.next('signature'),
        orderId,
        createDate: textIn(sent, 'create_date'),
        type: textIn(sent, 'type'),
        identifier: textIn(sent, 'signature_identifier'),
        data: textIn(sent, 'signature_data'),
      };
      shop.signatures.set(String(signature.id), signature);
      return show(call)(signature);
    }),
    onTill('GET', '/fiscaltransactionsignatures/{id}', (call) => show(call)(found(call))),
    onTill('PATCH', '/fiscaltransactionsignatures/{id}', (call) => {
      const signature = found(call);
      const sent = readBodyFields(objectIn(call), changed, call.settings, ['signature_data']);
      shop.signatures.set(String(signature.id), { ...signature, data: textIn(sent, 'signature_data') });
      return undefined;
    }),
  ];
}
