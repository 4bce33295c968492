import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { path } from '../../contract/path.ts';
import { byTime, type Source } from '../../contract/source.ts';
import { freshMs } from '../../wire/changes.ts';
import { countedId } from '../../wire/counted-id.ts';
import { flag, list, needed, part, text } from '../../wire/fields.ts';
import { timestamp } from '../../wire/timestamps.ts';
import { changePage, type Listing } from '../change-pages.ts';
import { customerOf, personWire } from '../party.ts';

/** Sheet 7.3. */
const customerWire = z.object({
  id: needed(text),
  name: text,
  email: text,
  taxId: text,
  lang: text,
  billingPerson: part(personWire),
  shippingAddresses: list(personWire.extend({ defaultAddress: flag })),
  contacts: list(z.object({ contact: text, type: text, default: flag })),
});

type CustomerWire = z.infer<typeof customerWire>;

const changed: Listing = {
  flow: 'customers',
  path: path`/customers`,
  row: z.object({ id: needed(text), updated: text }).transform(({ id, updated }) => ({
    id,
    changedAt: timestamp.safeParse(updated).data,
    version: updated,
  })),
  fields: 'id,updated',
  freshMs: freshMs.timeAlone,
  sortBy: 'UPDATED_DATE_ASC',
};

export const customerSource: Source<Customer> = {
  changes: byTime((api, window) => changePage(api, window, changed)),

  async get(api, key) {
    const wire = await api.find(path`/customers/${countedId(key)}`, customerWire);
    return wire && customerFromWire(wire);
  },
};

/** `reverseCharge` stays open: only an order says whether VAT was shifted; `taxExempt` is something else. */
function customerFromWire(wire: CustomerWire): Customer {
  const saved = wire.shippingAddresses.find((address) => address.defaultAddress) ?? wire.shippingAddresses[0];
  const phones = wire.contacts.filter(({ type }) => type === 'PHONE');
  const stated = {
    id: wire.id,
    name: wire.name,
    email: wire.email,
    phone: (phones.find((phone) => phone.default) ?? phones[0])?.contact,
    vatNumber: wire.taxId,
    language: wire.lang,
  };
  return customerOf(stated, wire.billingPerson ?? saved, saved);
}
