import { utcInstant } from '../../wire/timestamps.ts';
import { changing, type Row, type Stamped, subjectsBy } from '../changes.ts';
import { orgOf, requireTrait } from '../org.ts';

/** A change of an item may leave its order alone (sheet 7.1): it counts where the order was not stamped with it. */
const items: Stamped = {
  object: 'OrderItem',
  fields: ['OrderId', 'Order.SystemModstamp', 'Quantity', 'UnitPrice'],
  withDeleted: true,
  subjects: async (_, rows) => subjectsBy(rows.filter(isLaterThanItsOrder), 'OrderId'),
};

/** What is given back of a sale is one of its changes. */
const reductions: Stamped = {
  object: 'Order',
  fields: ['OriginalOrderId', 'Status', 'TotalAmount'],
  subjects: async (_, rows) => subjectsBy(rows, 'OriginalOrderId'),
};

/** Throws `org_lacks` in an org without orders. */
export const orderChanges = changing({
  flow: 'orders',
  lists: ({ account }) => {
    requireTrait(account, 'orders', 'Order');
    const sold: Stamped = { object: 'Order', fields: ['Status', 'TotalAmount'] };
    return orgOf(account).reductions ? [sold, items, reductions] : [sold, items];
  },
  deleted: ['Order'],
});

function isLaterThanItsOrder({ SystemModstamp, Order }: Row): boolean {
  const { SystemModstamp: stamp } = (Order ?? {}) as { readonly SystemModstamp?: string };
  const ofOrder = utcInstant(stamp ?? '');
  return ofOrder === undefined || ofOrder < SystemModstamp;
}
