import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { path } from '../../contract/path.ts';
import { byTime, type Source } from '../../contract/source.ts';
import { freshMs } from '../../wire/changes.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { changePage } from '../change-pages.ts';
import { onWebsite } from '../scope.ts';
import { customerFromWire, customerWire } from './wire.ts';

const rowWire = z
  .object({ id: needed(text), updated_at: needed(text) })
  .transform(({ id, updated_at: updatedAt }) => ({ id, updatedAt, version: updatedAt }));

export const customerSource: Source<Customer> = {
  changes: byTime((api, window) =>
    changePage(api, window, {
      flow: 'customers',
      path: path`/V1/customers/search`,
      row: rowWire,
      fields: 'id,updated_at',
      freshMs: freshMs.timeAlone,
      where: onWebsite(api),
    }),
  ),

  async get(api, key) {
    const wire = await api.find(path`/V1/customers/${countedId(key)}`, customerWire);
    return wire && customerFromWire(wire);
  },
};
