import { z } from 'zod';
import type { Customer } from '../../../records/customer.ts';
import type { Api } from '../../contract/api.ts';
import type { Source } from '../../contract/source.ts';
import type { ChangedRow } from '../../wire/changes.ts';
import { needed, text } from '../../wire/fields.ts';
import { utcInstant, utcTimestamp } from '../../wire/timestamps.ts';
import { changing, type Row, rowOf } from '../changes.ts';
import { orgOf } from '../org.ts';
import { pieces, readRows } from '../queries.ts';
import { soql } from '../soql.ts';
import { readBuyer } from './read.ts';
import { customerFromWire } from './to-record.ts';

const contactRow = z.looseObject({ Id: needed(text), SystemModstamp: needed(utcTimestamp) });

/**
 * A contact is one with its account, so a change of an account is one of all its contacts. Of both lists a contact is told by both stamps, so that
 * it is the same in either.
 */
export const customerSource: Source<Customer> = {
  changes: changing({
    flow: 'customers',
    lists: ({ account }) => {
      const isPerson = orgOf(account).personAccounts ? ['IsPersonAccount'] : [];
      return [
        {
          object: 'Contact',
          fields: ['AccountId', 'Account.SystemModstamp', ...isPerson],
          subjects: async (_, rows) => rows.filter(isOfAccount).map(contactOf),
        },
        { object: 'Account', fields: isPerson, subjects: buyersOf },
      ];
    },
    deleted: () => ['Contact', 'Account'],
  }),

  async get(api, key) {
    const buyer = await readBuyer(api, key);
    return buyer && customerFromWire(buyer);
  },
};

/** A private contact is nobody's; the hidden one of a person's account is told by that. */
function isOfAccount({ AccountId, IsPersonAccount }: Row): boolean {
  return typeof AccountId === 'string' && IsPersonAccount !== true;
}

function contactOf({ Id: id, SystemModstamp: own, Account }: Row): ChangedRow {
  const { SystemModstamp: stamp = '' } = (Account ?? {}) as { readonly SystemModstamp?: string };
  const ofAccount = utcInstant(stamp) ?? own;
  return { id, changedAt: ofAccount > own ? ofAccount : own, version: JSON.stringify([own, ofAccount]) };
}

async function buyersOf(api: Api, rows: readonly Row[]): Promise<ChangedRow[]> {
  const people = rows.filter(({ IsPersonAccount }) => IsPersonAccount === true);
  const firms = rows.filter(({ IsPersonAccount }) => IsPersonAccount !== true).map(({ Id }) => Id);
  const contacts: ChangedRow[] = [];
  for (const some of pieces(firms)) {
    const q = soql`SELECT Id, SystemModstamp, Account.SystemModstamp FROM Contact WHERE AccountId IN ${some}`;
    contacts.push(...(await readRows(api, q, contactRow)).map(contactOf));
  }
  return [...people.map(rowOf), ...contacts];
}
