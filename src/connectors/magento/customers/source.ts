import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { path } from '../../contract/path.ts';
import { byTime, type Source } from '../../contract/source.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { changePage } from '../change-pages.ts';
import { onWebsite } from '../scope.ts';
import { customerFromWire, customerWire } from './wire.ts';

const rowWire = z.object({ id: needed(text), updated_at: needed(text) });

/** How near the end of a window a change may be followed by another in the same second that nothing tells apart. */
const freshMs = 60_000;

export const customerSource: Source<Customer> = {
  changes: byTime((api, window) => {
    const row = rowWire.transform(({ id, updated_at: updatedAt }) => {
      const age = window.until.getTime() - Date.parse(`${updatedAt.replace(' ', 'T')}Z`);
      return { id, updatedAt, ...(age > freshMs ? { version: updatedAt } : {}) };
    });
    return changePage(api, window, {
      flow: 'customers',
      path: path`/V1/customers/search`,
      row,
      fields: 'id,updated_at',
      where: onWebsite(api),
    });
  }),

  async get(api, key) {
    const wire = await api.find(path`/V1/customers/${countedId(key)}`, customerWire);
    return wire && customerFromWire(wire);
  },
};
