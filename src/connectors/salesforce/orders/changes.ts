import { utcInstant } from '../../wire/timestamps.ts';
import { changing, type Row, type Stamped, subjectsBy } from '../changes.ts';
import { orgOf, requireTrait } from '../org.ts';
import { invoiceList, invoiceObject } from './invoices.ts';
import { type Sale, saleOf } from './sale.ts';

/** A change of an item may leave its order alone (sheet 7.1): it counts where the order was not stamped with it. */
function itemsOf({ items: object, parent }: Sale, vatRateField: string | undefined): Stamped {
  const isLaterThanItsOrder = ({ SystemModstamp, [parent]: order }: Row) => {
    const { SystemModstamp: stamp } = (order ?? {}) as { readonly SystemModstamp?: string };
    const ofOrder = utcInstant(stamp ?? '');
    return ofOrder === undefined || ofOrder < SystemModstamp;
  };
  return {
    object,
    fields: [`${parent}Id`, `${parent}.SystemModstamp`],
    state: ['Quantity', 'UnitPrice', ...(vatRateField === undefined ? [] : [vatRateField])],
    withDeleted: true,
    subjects: async (_, rows) => subjectsBy(rows.filter(isLaterThanItsOrder), `${parent}Id`),
  };
}

/** What is given back of a sale is one of its changes. */
const reductions: Stamped = {
  object: 'Order',
  fields: ['OriginalOrderId'],
  state: ['Status', 'TotalAmount'],
  subjects: async (_, rows) => subjectsBy(rows, 'OriginalOrderId'),
};

/** Throws `org_lacks` in an org without orders. */
export const orderChanges = changing({
  flow: 'orders',
  lists: ({ account }) => {
    const invoices = invoiceObject(account);
    if (invoices !== undefined) return [invoiceList(account, invoices)];
    const sale = saleOf(account);
    requireTrait(account, 'orders', sale.object);
    const sold: Stamped = { object: sale.object, state: [sale.status, sale.total] };
    const lists = [sold, itemsOf(sale, account.traits.vatRateField)];
    return orgOf(account).reductions ? [...lists, reductions] : lists;
  },
  deleted: ({ account }) => [invoiceObject(account) ?? saleOf(account).object],
});
