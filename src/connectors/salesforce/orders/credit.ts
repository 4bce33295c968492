/** Orders that give another one back, where the org has them (sheet 5.3, 6): an activated order loses no lines. */
import { z } from 'zod';
import type { Document } from '../../../records/document.ts';
import { rejected } from '../../../records/problem.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Api } from '../../contract/api.ts';
import type { JsonObject, Made } from '../../contract/target.ts';
import { amount, needed, text } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { done, idIn, type Part, urlOf, writeTogether } from '../composite.ts';
import { recordId } from '../ids.ts';
import { mayWrite, orgOf, showsOfOrder } from '../org.ts';
import { readRows } from '../queries.ts';
import { fields, soql } from '../soql.ts';
import { itemParts } from './item-parts.ts';
import { saleOf } from './sale.ts';

const orderWire = z.object({
  Id: needed(text),
  AccountId: text,
  BillToContactId: text,
  Pricebook2Id: text,
  CurrencyIsoCode: text,
});

const soldWire = z.looseObject({
  Id: needed(text),
  PricebookEntryId: text,
  Quantity: needed(amount),
  UnitPrice: needed(amount),
  Description: text,
});

/** The whole of an activated order. Throws `credit_unsupported` in an org without such orders. */
export async function creditOf(api: Api, key: string, state: Document['state']): Promise<Made> {
  const { account } = api;
  const org = orgOf(account);
  const id = recordId(key);
  if (!org.reductions || id === null) throw rejected('credit_unsupported', { system: 'Salesforce' });
  const own = org.currencies === null ? [] : ['CurrencyIsoCode'];
  const isBilled = showsOfOrder(account, 'BillToContactId') && mayWrite(account, 'Order', 'BillToContactId');
  const billed = isBilled ? ['BillToContactId'] : [];
  const asked = fields('Id', 'AccountId', 'Pricebook2Id', ...billed, ...own);
  const [order] = await readRows(api, soql`SELECT ${asked} FROM Order WHERE Id = ${id}`, orderWire);
  if (order === undefined) throw rejected('not_found', { system: 'Salesforce', status: 404 });
  const { vatRateField } = account.traits;
  const ofItems = fields(
    'Id',
    'PricebookEntryId',
    'Quantity',
    'UnitPrice',
    'Description',
    ...(vatRateField === undefined ? [] : [vatRateField]),
  );
  const sold = await readRows(
    api,
    soql`SELECT ${ofItems} FROM OrderItem WHERE OrderId = ${id} ORDER BY Id`,
    soldWire,
  );
  const { Id: _, ...same } = order;
  const head = {
    ...only(same, (_, value) => value !== undefined),
    EffectiveDate: localDate(api.now(), account.timeZone),
    Status: org.draftStatus,
    IsReductionOrder: true,
    OriginalOrderId: id,
  };
  const activation: Part = {
    method: 'PATCH',
    url: urlOf('sobjects/Order/@{order.id}'),
    referenceId: 'active',
    body: { Status: org.activatedStatus },
  };
  const written = await writeTogether(
    api,
    [
      { method: 'POST', url: urlOf('sobjects/Order'), referenceId: 'order', body: head },
      ...itemParts(
        sold.map((item) => givenBack(item, vatRateField)),
        saleOf(account),
      ),
      ...(state === 'sent' ? [activation] : []),
    ],
    { repeatable: false },
  );
  return { id: idIn(done(written), 'order') };
}

function givenBack(item: z.infer<typeof soldWire>, vatRateField: string | undefined): JsonObject {
  return only(
    {
      OriginalOrderItemId: item.Id,
      PricebookEntryId: item.PricebookEntryId,
      Quantity: -Number(item.Quantity),
      UnitPrice: Number(item.UnitPrice),
      Description: item.Description,
      ...(vatRateField === undefined ? {} : { [vatRateField]: item[vatRateField] }),
    },
    (_, value) => value !== undefined,
  );
}

export async function firstCreditOf(api: Api, key: string): Promise<Made | null> {
  const id = recordId(key);
  if (id === null || !orgOf(api.account).reductions) return null;
  const row = z.object({ Id: needed(text) });
  const q = soql`SELECT Id FROM Order WHERE OriginalOrderId = ${id} AND IsReductionOrder = true ORDER BY CreatedDate, Id LIMIT 1`;
  const [credit] = await readRows(api, q, row);
  return credit === undefined ? null : { id: credit.Id };
}
