import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { path } from '../../contract/path.ts';
import { byTime, type Source } from '../../contract/source.ts';
import { freshMs } from '../../wire/changes.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { timestamp } from '../../wire/timestamps.ts';
import { changePage, type Listing } from '../change-pages.ts';
import { customerFromWire, customerWire } from './wire.ts';

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
