import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { CustomerTarget, ExistingCustomer } from '../../contract/target.ts';
import { countedId } from '../../wire/counted-id.ts';
import { needed, text } from '../../wire/fields.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { onWebsite } from '../scope.ts';
import { maxKeys, rowsWith } from '../search.ts';
import { identityOfDraft, identityOfWire } from './identity.ts';
import { holdsCustomer, mergedCustomer, saidOfCustomer } from './merge.ts';
import { customerFields } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';

/** Kept whole, as an update sends back what it does not own. */
const storedWire = z.looseObject({
  id: z.union([z.string().min(1), z.number()]),
  email: z.string().nullish(),
  website_id: z.union([z.string(), z.number()]).nullish(),
});

type Stored = z.infer<typeof storedWire>;

const search = { path: path`/V1/customers/search`, row: storedWire, field: 'email' };

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  classificationField: 'group_id',
  toWire: customerToWire,
  identityOf: identityOfDraft,
  sharesEmails: false,
  // The shop sends the new customer a mail of welcome, whatever is asked of it (sheet 9.4).
  create: (api, body) => api.create(path`/V1/customers`, body, z.object({ id: needed(text) })),
  said: saidOfCustomer,
  isUpToDate: ({ wire }, body) => holdsCustomer(wire, body),
  update: (api, { id, wire }, body) =>
    api.update(path`/V1/customers/${id}`, { customer: mergedCustomer(id, wire, body) }),

  /**
   * The same address may be there once for each website, unless the shop shares accounts (sheet 9.2). A connection to
   * the whole shop takes its own website's first, then anybody else's: whoever is there already is not made again.
   */
  async find(api, emails) {
    const hits = (wanted: readonly string[]) => rowsWith(api, { ...search, where: onWebsite(api) }, wanted);
    const found = await findAll(emails, { ...byEmail, maxKeys, hits }, (row) => row);
    return new Map([...found].map(([email, rows]) => [email, nearest(api, rows).map(existing)]));
  },

  async get(api, id) {
    const wire = await api.find(path`/V1/customers/${countedId(id)}`, storedWire);
    return wire && existing(wire);
  },
};

function nearest(api: Api, rows: readonly Stored[]): readonly Stored[] {
  const own = rows.filter(({ website_id }) => String(website_id) === api.account.traits.websiteId);
  return own.length > 0 ? own : rows;
}

function existing(wire: Stored): ExistingCustomer {
  return { id: String(wire.id), wire, identity: identityOfWire(wire) };
}
