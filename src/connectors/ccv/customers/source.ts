import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import { path } from '../../contract/path.ts';
import type { SnapshotRow, Source } from '../../contract/source.ts';
import { countedId } from '../../wire/counted-id.ts';
import { digest } from '../../wire/digest.ts';
import { needed, text } from '../../wire/fields.ts';
import { find } from '../calls.ts';
import { reader, walkOf } from '../walk.ts';
import { customerFromWire, userWire } from './wire.ts';

const listed = z.looseObject({ id: needed(text) });

async function userRow({ id, username, group_id, userinfo }: z.infer<typeof listed>): Promise<SnapshotRow> {
  return { key: id, digest: await digest([username ?? null, group_id ?? null, userinfo ?? null]) };
}

const users = { path: path`/users/`, row: listed };

/** Of the newest the first page: more do not come in the time of a window. */
const newest = reader(
  () => ({ ...users, query: { orderby: 'id_desc' } }),
  userRow,
  () => true,
);

/** Nothing tells which changed (sheet 5.1): the newest are read first, then all are compared. */
export const customerSource: Source<Customer> = {
  changes: walkOf(
    {
      recent: newest,
      all: [reader(() => ({ ...users, query: { orderby: 'id' } }), userRow)],
    },
    { reportsGone: false, listsAll: true },
  ),

  async get(api, key) {
    const wire = await find(api, path`/users/${countedId(key)}/`, userWire);
    return wire && customerFromWire(wire);
  },
};
