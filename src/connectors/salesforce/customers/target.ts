import { z } from 'zod';
import { emailKey } from '../../../records/customer.ts';
import { identityOf } from '../../../records/identity.ts';
import { rejected } from '../../../records/problem.ts';
import type { Account } from '../../contract/account.ts';
import type { Api } from '../../contract/api.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { saysAll } from '../../wire/customer-parts.ts';
import { needed, text } from '../../wire/fields.ts';
import { byEmail, findAll } from '../../wire/find.ts';
import { asObject, isObject, only } from '../../wire/objects.ts';
import {
  done,
  idIn,
  Made,
  type Part,
  queryPart,
  readTogether,
  rowsIn,
  urlOf,
  writeTogether,
} from '../composite.ts';
import type { Failure } from '../failures.ts';
import { isContact, recordId } from '../ids.ts';
import { orgOf } from '../org.ts';
import { allRows } from '../queries.ts';
import { soql } from '../soql.ts';
import { narrowedBody } from './narrowed.ts';
import { isPersonForm, partsInStored, partsOfBody, readable } from './parts.ts';
import { masterOf, readAllStored, readStored } from './stored.ts';
import { customerFields } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';

const idRow = z.object({ Id: needed(text) });

/** Addresses of one search; what is asked stands in the body of the call. */
const emailsAtOnce = 50;

const system = 'Salesforce';

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  lengths: {
    'account.Name': 255,
    'account.FirstName': 40,
    'account.LastName': 80,
    'account.PersonEmail': 80,
    'account.Phone': 40,
    'account.BillingStreet': 255,
    'account.BillingCity': 40,
    'account.BillingPostalCode': 20,
    'contact.FirstName': 40,
    'contact.LastName': 80,
    'contact.Email': 80,
  },
  toWire: customerToWire,
  // Of contacts it is nobody's own (sheet 5.2).
  sharesEmails: true,
  identityOf: ({ customer }) => identityOf(customer),
  said: (body) => ({ ...body, account: kept(asObject(body.account)), contact: kept(asObject(body.contact)) }),
  partsOf: partsOfBody,
  partsIn: ({ wire }) => partsInStored(wire),
  narrowed: narrowedBody,
  isUpToDate: ({ wire }, body) => saysAll(partsInStored(wire), partsOfBody(body)),

  find: (api, emails) =>
    findAll(
      emails,
      {
        plain: byEmail.plain,
        maxKeys: emailsAtOnce,
        hits: (keys) => withEmails(api, keys),
        has: ({ wire }, email) => byEmail.has({ email: emailOf(wire) }, email),
      },
      (each) => each,
    ),

  /** One that was merged into another is that one. */
  async get(api, key) {
    const id = recordId(key);
    if (id === null) return null;
    const found = await readStored(api, id);
    if (found !== null) return found;
    const master = await masterOf(api, id);
    return master === null ? null : readStored(api, master);
  },

  /** Both or none (sheet 6.1). */
  async create(api, body) {
    const written = await writeTogether(api, newParts(body, api.account), { repeatable: false });
    if (written.kind === 'refused') {
      const [duplicate] = written.failures.filter(({ code }) => code === 'DUPLICATES_DETECTED');
      if (duplicate !== undefined) return { id: await sameAmong(api, duplicate, body) };
    }
    const answers = done(written);
    return { id: idIn(answers, isObject(body.contact) ? 'contact' : 'account') };
  },

  /** What stands so already is not said again. */
  async update(api, { id, wire }, body) {
    const stands = readable(wire);
    if (
      isPersonForm(body) !== (stands.account.IsPersonAccount === true) &&
      partsOfBody(body).kind !== undefined
    )
      throw rejected('customer_kind_differs', {
        system,
        id,
        kind: isPersonForm(body) ? 'person' : 'company',
      });
    const parts = (['account', 'contact'] as const).flatMap((name): Part[] => {
      const changes = differing(asObject(wire[name]), kept(asObject(body[name])));
      const of = recordId(name === 'account' ? stands.account.Id : (stands.contact?.Id ?? ''));
      if (of === null || Object.keys(changes).length === 0) return [];
      const object = name === 'account' ? 'Account' : 'Contact';
      return [
        {
          method: 'PATCH',
          url: urlOf(`sobjects/${object}/${of}`),
          referenceId: name,
          body: named(changes, api.account),
          ...headers(api.account),
        },
      ];
    });
    if (parts.length > 0) done(await writeTogether(api, parts, { repeatable: true }));
  },
};

/** Without what only a new record is given. */
function kept(fields: JsonObject): JsonObject {
  return only(fields, (name) => name !== 'RecordTypeId' && !name.endsWith('__c'));
}

function differing(stands: JsonObject, said: JsonObject): JsonObject {
  return only(said, (name, value) => !contains(stands[name], value));
}

/** The org's own names of what the connection names. */
function named({ vatNumber, cocNumber, ...fields }: JsonObject, { traits }: Account): JsonObject {
  const { vatNumberField, cocNumberField } = traits;
  return {
    ...fields,
    ...(vatNumberField === undefined || vatNumber === undefined ? {} : { [vatNumberField]: vatNumber }),
    ...(cocNumberField === undefined || cocNumber === undefined ? {} : { [cocNumberField]: cocNumber }),
  };
}

/** Whether a duplicate rule may object is the merchant's choice (sheet 4, 8). */
function headers(account: Account): Pick<Part, 'httpHeaders'> {
  return orgOf(account).saves ? { httpHeaders: { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' } } : {};
}

function newParts({ account, contact }: JsonObject, own: Account): Part[] {
  const first: Part = {
    method: 'POST',
    url: urlOf('sobjects/Account'),
    referenceId: 'account',
    body: named(asObject(account), own),
    ...headers(own),
  };
  if (!isObject(contact)) return [first];
  const body = { AccountId: new Made('account'), ...contact };
  return [
    first,
    { method: 'POST', url: urlOf('sobjects/Contact'), referenceId: 'contact', body, ...headers(own) },
  ];
}

function emailOf(wire: JsonObject): string | undefined {
  const { account, contact } = readable(wire);
  return account.IsPersonAccount === true ? account.PersonEmail : contact?.Email;
}

/** Who has one of these addresses is asked for in the body of a call, and then read by the ids: no address of a person stands in one of the web. */
async function withEmails(api: Api, emails: readonly string[]): Promise<ExistingCustomer[]> {
  const { account } = api;
  const asked = [
    queryPart('contacts', soql`SELECT Id FROM Contact WHERE Email IN ${emails} ORDER BY CreatedDate, Id`),
    queryPart('people', soql`SELECT Id FROM Account WHERE PersonEmail IN ${emails} ORDER BY CreatedDate, Id`),
  ];
  const parts = orgOf(account).personAccounts ? asked : asked.slice(0, 1);
  const answers = await readTogether(api, parts);
  const found: ExistingCustomer[] = [];
  for (const { referenceId } of parts) {
    const ids = await allRows(api, rowsIn(answers, referenceId, idRow), idRow);
    found.push(
      ...(await readAllStored(
        api,
        ids.map(({ Id }) => Id),
      )),
    );
  }
  return found;
}

/**
 * A duplicate rule takes the new one for records that stand there. Whoever of them has the same e-mail address is the one; a name that is only
 * alike proves nothing (case F2). Throws `duplicate_rule`.
 */
async function sameAmong(api: Api, { matches }: Failure, body: JsonObject): Promise<string> {
  const email = emailKey(emailOf(body) ?? '');
  if (email !== '')
    for (const match of matches) {
      const same = await sameAs(api, match, email);
      if (same !== undefined) return same;
    }
  throw rejected('duplicate_rule', {
    system,
    object: isPersonForm(body) ? 'Account' : 'Account / Contact',
    ids: matches,
  });
}

async function sameAs(api: Api, match: string, email: string): Promise<string | undefined> {
  const id = recordId(match);
  if (id === null) return undefined;
  const of = isContact(id) ? [await readStored(api, id)] : await ofAccount(api, id, email);
  return of.find((each) => each !== null && emailKey(emailOf(each.wire) ?? '') === email)?.id;
}

async function ofAccount(api: Api, id: string, email: string): Promise<(ExistingCustomer | null)[]> {
  const all = await withEmails(api, [email]);
  return all.filter(({ wire }) => readable(wire).account.Id === id);
}
