import { salesforceSettings } from '../../../../sandbox/salesforce/settings.ts';
import type { Member, Parked } from '../member.ts';
import type { SystemName, Trait } from '../people/desk.ts';
import type { Sale, Somebody } from '../people/somebody.ts';
import type { Ring } from '../ring.ts';
import type { RingScenario } from '../scenario.ts';

/** Which traits a part of the engine's is about. */
const traitsOfPart: Readonly<Record<string, readonly Trait[]>> = {
  email: ['email'],
  kind: ['name', 'company'],
  name: ['name', 'company'],
  contact: ['name', 'company'],
  phone: ['phone'],
  address: ['street'],
};

/** Nothing is left to people without a reason: two who changed the same, an account that was taken away. */
export function parkedViolations(ring: Ring): string[] {
  return ring.members.flatMap((member) =>
    member
      .parked()
      .filter((parked) => !isDue(ring, parked) && !isOfOthers(ring, member, parked))
      .map(({ flow, key, code, fields }) => `${flow} ${key} is parked without need: ${code} ${fields}`),
  );
}

function isDue({ crowd, scenario }: Ring, { flow, key, code, fields }: Parked): boolean {
  const [, from, to = ''] = flow.split(':');
  const owner = crowd.owners.get(`${from} ${key}`);
  switch (code) {
    case 'customer_conflict':
      return fields.every((field) => (owner?.sidesOf(traitsOf(field)).size ?? 0) > 1);
    case 'email_fixed':
      return (owner?.edits.get('email') ?? []).length > 1;
    case 'email_taken':
      // The order of a stranger came there first, and made an account.
      return crowd.sales.some((sale) => isStranger(sale, owner));
    case 'customer_gone':
      return (owner?.goneFrom.size ?? 0) > 0;
    case 'customer_ambiguous':
      // An order made the account of a private person, or of another company, than it was when the two met; or of a stranger.
      return (
        (owner?.edits.get('company') ?? []).length > 1 || crowd.sales.some((sale) => isStranger(sale, owner))
      );
    case 'customer_kind_differs':
      // An org makes no company of a person's account, nor the reverse: whoever wants that makes another record there.
      return to === 'salesforce' && hasPersonAccounts(scenario) && hasBeenBoth(owner);
    case 'order_went_on':
      // It was paid in the books.
      return !crowd.desk(to).hearsOfPayment;
    default:
      return false;
  }
}

function hasPersonAccounts({ settings }: RingScenario): boolean {
  return salesforceSettings.parse(settings.salesforce ?? {}).personAccounts;
}

/** Whether people made a company of this one, or of its company a person. */
function hasBeenBoth(owner: Somebody | undefined): boolean {
  const companies = (owner?.edits.get('company') ?? []).map(({ value }) => value);
  return companies.includes('') && companies.some((company) => company !== '');
}

function isStranger({ mark, buyer }: Sale, owner: Somebody | undefined): boolean {
  return mark !== owner?.mark && buyer.email === owner?.traits.email;
}

/** Two share an address in the books, one of whom another integration made for an order: how would this one know? */
function isOfOthers({ crowd }: Ring, { routes }: Member, { flow, key, code }: Parked): boolean {
  const [, from] = flow.split(':') as [string, SystemName];
  if (!['email_shared', 'customer_ambiguous'].includes(code)) return false;
  if (routes.some((route) => route.flow === 'orders' && route.to === from)) return false;
  const accounts = crowd.desk(from).accounts();
  const email = accounts.find(({ id }) => id === key)?.traits.email;
  return accounts.filter(({ traits }) => traits.email === email).length > 1;
}

export function traitsOf(part: string): readonly Trait[] {
  return traitsOfPart[part] ?? [];
}

/** Traits of somebody that a person was told to look at, in any integration. Null: all of them. */
export function flaggedTraits({ members, crowd }: Ring, mark: string): ReadonlySet<Trait> | null {
  const flagged = new Set<Trait>();
  for (const { flow, key, code, fields } of members.flatMap((member) => member.parked())) {
    const [kind, from] = flow.split(':') as [string, SystemName];
    if (kind !== 'customers' || crowd.owners.get(`${from} ${key}`)?.mark !== mark) continue;
    if (code !== 'customer_conflict') return null;
    for (const field of fields) for (const trait of traitsOf(field)) flagged.add(trait);
  }
  return flagged;
}
