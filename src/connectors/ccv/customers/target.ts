import { z } from 'zod';
import { emailKey } from '../../../records/customer.ts';
import { type Identity, identityOf } from '../../../records/identity.ts';
import { asProblem, type Problem, problem, rejected } from '../../../records/problem.ts';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { CustomerTarget, ExistingCustomer, JsonObject } from '../../contract/target.ts';
import { contains } from '../../wire/contains.ts';
import { countedId } from '../../wire/counted-id.ts';
import { saysAll } from '../../wire/customer-parts.ts';
import { needed, text, textIn } from '../../wire/fields.ts';
import { asObject, only } from '../../wire/objects.ts';
import { change, find, make } from '../calls.ts';
import { forgetIndex, idsWith } from './email-index.ts';
import { narrowedBody } from './narrowed.ts';
import { partsInStored, partsOfBody, readable } from './parts.ts';
import { customerFields } from './target-fields.ts';
import { customerToWire } from './to-wire.ts';
import { wholePerson } from './whole-person.ts';
import { customerFromWire, emailOf, rawUser } from './wire.ts';

const system = 'CCV';

const made = z.object({ id: needed(text) });

export const customerTarget: CustomerTarget = {
  fields: customerFields,
  toWire: customerToWire,
  // Who logs in is told by an address (sheet 6.10).
  sharesEmails: false,
  classificationField: 'group_id',
  identityOf: (draft) => identityIn(customerToWire(draft)),
  partsOf: partsOfBody,
  partsIn: ({ wire }) => partsInStored(wire),
  narrowed: narrowedBody,
  isUpToDate: ({ wire }, body) => saysAll(partsInStored(wire), partsOfBody(body)),

  async find(api, emails) {
    const users: ExistingCustomer[] = [];
    for (const id of await idsWith(api, emails)) {
      const user = await readUser(api, id);
      if (user !== null) users.push(user);
    }
    const having = (email: string) =>
      users.filter(({ wire }) => addressesOf(wire).some((each) => emailKey(each) === emailKey(email)));
    const found = emails.map((email) => [email, emailKey(email) === '' ? [] : having(email)] as const);
    return new Map(found.filter(([, all]) => all.length > 0));
  },

  get: readUser,

  /** Nobody knows the password: whoever wants to log in asks the shop for another one. */
  async create(api, body) {
    const password = `${crypto.randomUUID()}Aa1!`;
    const user = { status: true, ...body, password };
    const answer = await unlessTaken(make(api, path`/users/`, user, made), () => {
      // Somebody has it since the users were walked through.
      forgetIndex(api);
      return problem('retry', 'email_taken', { system, hidden: true });
    });
    if (answer !== null) return answer;
    // The answer was empty (sheet 3.1).
    const [own] = await idsWith(api, [textIn(body.username) ?? '']);
    if (own !== undefined) return { id: own };
    throw problem('outcome-unknown', 'garbled', { system, method: 'POST' });
  },

  /** Whether a part of a person empties the rest of it is not told: all goes back, as it was read just before. */
  async update(api, { id }, { userinfo, ...user }) {
    const standing = await readUser(api, id);
    if (standing === null) throw rejected('not_found', { system, status: 404 });
    const { wire } = standing;
    const said = asObject(userinfo);
    // A name to log in with that is no address is the user's own.
    const isOwnName = emailKey(textIn(wire.username) ?? '') !== emailKey(emailOf(readable(wire)) ?? '');
    const top = only(
      user,
      (name, value) => !(name === 'username' && isOwnName) && !contains(wire[name], value),
    );
    const isSame = contains(wire.userinfo, said);
    const body = { ...top, ...(isSame ? {} : { userinfo: wholePerson(asObject(wire.userinfo), said) }) };
    if (Object.keys(body).length === 0) return;
    const taken = () => rejected('email_taken', { system });
    await unlessTaken(change(api, path`/users/${countedId(id)}/`, body), taken);
  },
};

/** One that logs in with it, or is written to by it. */
function addressesOf(wire: JsonObject): string[] {
  const user = readable(wire);
  return [user.userinfo?.email, user.username].filter((each) => each !== undefined);
}

/** Names to log in with are unique (sheet 6.10). */
async function unlessTaken<T>(written: Promise<T>, taken: () => Problem): Promise<T> {
  try {
    return await written;
  } catch (error) {
    throw asProblem(error).params.systemCode === '500.40' ? taken() : error;
  }
}

async function readUser(api: Api, id: string): Promise<ExistingCustomer | null> {
  const wire = await find(api, path`/users/${countedId(id)}/`, rawUser);
  if (wire === null) return null;
  return { id: wire.id, wire, identity: identityIn(wire), record: customerFromWire(readable(wire)) };
}

function identityIn(wire: JsonObject): Identity {
  return {
    ...identityOf(customerFromWire(readable(wire))),
    vatNumber: textIn(asObject(wire.userinfo).btw),
  };
}
