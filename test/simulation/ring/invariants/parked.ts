import type { Parked } from '../member.ts';
import type { SystemName, Trait } from '../people/desk.ts';
import type { Ring } from '../ring.ts';

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
      .filter((parked) => !isDue(ring, parked))
      .map(({ flow, key, code, fields }) => `${flow} ${key} is parked without need: ${code} ${fields}`),
  );
}

function isDue({ crowd }: Ring, { flow, key, code, fields }: Parked): boolean {
  const [, from] = flow.split(':');
  const owner = crowd.owners.get(`${from} ${key}`);
  switch (code) {
    case 'customer_conflict':
      return fields.every((field) => (owner?.sidesOf(traitsOf(field)).size ?? 0) > 1);
    case 'customer_gone':
      return (owner?.goneFrom.size ?? 0) > 0;
    case 'customer_ambiguous':
      // An order made the account of a private person, or of another company, than it was when the two met.
      return (owner?.edits.get('company') ?? []).length > 1;
    default:
      return false;
  }
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
