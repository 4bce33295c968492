/** What sales are in an org: orders or, by a setting, opportunities (sheet 5.3, 5.6). Both are read and written by the names that orders have. */
import type { Account } from '../../contract/account.ts';
import type { JsonObject } from '../../contract/target.ts';
import { asObject } from '../../wire/objects.ts';

export interface Sale {
  readonly object: 'Order' | 'Opportunity';
  readonly items: 'OrderItem' | 'OpportunityLineItem';
  /** The items in the record of their sale. */
  readonly relation: 'OrderItems' | 'OpportunityLineItems';
  /** The sale in the record of an item, and the field that ties it. */
  readonly parent: 'Order' | 'Opportunity';
  readonly date: 'EffectiveDate' | 'CloseDate';
  readonly status: 'Status' | 'StageName';
  readonly total: 'TotalAmount' | 'Amount';
  /** What else there is to be asked for. */
  readonly own: readonly string[];
  /** Whether it has addresses, and people besides its account. */
  readonly hasPeople: boolean;
  /** By what it is found again where the connection names no key. */
  readonly reference: 'OrderReferenceNumber' | 'Name';
}

const order: Sale = {
  object: 'Order',
  items: 'OrderItem',
  relation: 'OrderItems',
  parent: 'Order',
  date: 'EffectiveDate',
  status: 'Status',
  total: 'TotalAmount',
  own: ['OrderNumber', 'StatusCode'],
  hasPeople: true,
  reference: 'OrderReferenceNumber',
};

const opportunity: Sale = {
  object: 'Opportunity',
  items: 'OpportunityLineItem',
  relation: 'OpportunityLineItems',
  parent: 'Opportunity',
  date: 'CloseDate',
  status: 'StageName',
  total: 'Amount',
  own: ['Name', 'IsClosed', 'IsWon'],
  hasPeople: false,
  reference: 'Name',
};

export function saleBy(kind: string | undefined): Sale {
  return kind === 'opportunity' ? opportunity : order;
}

export function saleOf({ traits }: Account): Sale {
  return saleBy(traits.sale);
}

/** An opportunity under the names of an order. It has no number; one that is open is a draft, and one that is lost is called off. */
export function asOrder(raw: unknown, { object }: Sale): unknown {
  if (object === 'Order') return raw;
  const { Id, CloseDate, StageName, IsClosed, IsWon, OpportunityLineItems, ...rest } = asObject(raw);
  const named: JsonObject = {
    ...rest,
    ...{ Id, OrderNumber: Id, EffectiveDate: CloseDate, Status: StageName },
    StatusCode: IsClosed === true ? 'Activated' : 'Draft',
    isLost: IsClosed === true && IsWon !== true,
    OrderItems: OpportunityLineItems,
  };
  return named;
}
