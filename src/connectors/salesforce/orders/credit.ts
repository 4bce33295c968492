/** Orders that give another one back, where the org has them (sheet 5.3, 6): an activated order loses no lines. */
import { z } from 'zod';
import type { Document } from '../../../records/document.ts';
import { big } from '../../../records/money.ts';
import { rejected } from '../../../records/problem.ts';
import { localDate } from '../../../records/time-zone.ts';
import type { Api } from '../../contract/api.ts';
import type { JsonObject, Made } from '../../contract/target.ts';
import { amount, flag, needed, text } from '../../wire/fields.ts';
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
  const active = state === 'sent' ? [activation] : [];
  const written = await writeTogether(
    api,
    [
      { method: 'POST', url: urlOf('sobjects/Order'), referenceId: 'order', body: head },
      ...itemParts(
        sold.map((item) => givenBack(item, vatRateField)),
        saleOf(account),
        1 + active.length,
      ),
      ...active,
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

const totalWire = z.object({ Id: needed(text), TotalAmount: amount, IsReductionOrder: flag });

/** The first that gives the whole order back, as Koppel does: what gives back a part of it somebody else has made. */
export async function firstCreditOf(api: Api, key: string): Promise<Made | null> {
  const id = recordId(key);
  if (id === null || !orgOf(api.account).reductions) return null;
  const q = soql`SELECT Id, TotalAmount, IsReductionOrder FROM Order WHERE Id = ${id} OR OriginalOrderId = ${id} ORDER BY CreatedDate, Id`;
  const rows = await readRows(api, q, totalWire);
  const size = ({ TotalAmount = '0' }: z.infer<typeof totalWire>) => big(TotalAmount).abs();
  const order = rows.find(({ Id }) => Id === id);
  const whole = rows.find(
    (row) => row.IsReductionOrder === true && order !== undefined && size(row).eq(size(order)),
  );
  return whole === undefined ? null : { id: whole.Id };
}
