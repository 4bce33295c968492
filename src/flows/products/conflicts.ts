/**
 * What a person has to decide of a product that is kept in step both ways: fields that both sides changed since they were last equal. All
 * others are carried. Leaving the product out takes things as they are; taking that back asks once more.
 */
import { type ProblemData, rejected } from '../../records/problem.ts';
import type { Links, MetFields } from '../links.ts';
import type { Context, Speaker } from './endpoints.ts';
import type { Compared } from './plan/compare.ts';
import type { MeetPlan } from './plan/plan.ts';
import type { FieldName } from './settings.ts';

/**
 * Of what stood in the target, the fields that somebody may have changed there for the way back to carry. Where nothing goes back, or the
 * settings say so, the source is followed.
 */
export function askedAbout(
  { reverse, settings }: Pick<Context, 'reverse' | 'settings'>,
  { stood = {} }: Partial<MetFields>,
): Readonly<Record<string, string>> {
  if (reverse === null || !reverse.settings.update || settings.conflicts === 'source') return {};
  const { fields, vat } = reverse.settings;
  const isCarried = (name: string) =>
    (fields[name as FieldName] ?? 'always') === 'always' && (name !== 'vatClass' || vat !== undefined);
  return Object.fromEntries(Object.entries(stood).filter(([name]) => isCarried(name)));
}

/** What is kept beside what is said, until the write has told more. */
export function keptOf(
  { stood, undo = {} }: Partial<MetFields>,
  { settled, flagged }: Pick<Compared, 'settled' | 'flagged'>,
): Pick<MetFields, 'stood' | 'flagged' | 'undo'> {
  const left = Object.entries(undo).filter(([name]) => !settled.has(name) && flagged[name] === undefined);
  return {
    ...(stood === undefined ? {} : { stood }),
    ...(Object.keys(flagged).length === 0 ? {} : { flagged }),
    ...(left.length === 0 ? {} : { undo: Object.fromEntries(left) }),
  };
}

/** What is wrong before anything is written. */
export function problemsOfMet(
  { system }: Pick<Speaker, 'system'>,
  { saying: { problems }, conflicts, unit: { key, product } }: MeetPlan,
): readonly ProblemData[] {
  if (conflicts.length === 0) return problems;
  const params = { system, sku: product.sku ?? key, fields: conflicts.map(({ part }) => part) };
  return [...problems, rejected('product_conflict', params).toData()];
}

/** A person leaves it out: what stands on both sides stays, and is known from now on. */
export function acceptDifference(key: string, links: Links): void {
  change(key, links, ({ said, stood = {}, flagged }) => {
    const undo = Object.keys(flagged ?? {}).map((name) => [
      name,
      { said: said[name] ?? '', stood: stood[name] ?? '' },
    ]);
    return flagged === undefined
      ? null
      : { ...withBases({ said, stood }, flagged), undo: Object.fromEntries(undo) };
  });
}

/** The person takes that back. */
export function unacceptDifference(key: string, links: Links): void {
  change(key, links, ({ said, stood = {}, undo }) =>
    undo === undefined ? null : withBases({ said, stood }, undo),
  );
}

function withBases(
  { said, stood }: Required<Pick<MetFields, 'said' | 'stood'>>,
  bases: NonNullable<MetFields['flagged']>,
): MetFields {
  const of = (side: 'said' | 'stood') =>
    Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, base[side]]));
  return { said: { ...said, ...of('said') }, stood: { ...stood, ...of('stood') } };
}

/** Of the product and of each variant; null where it stays as it is. */
function change(key: string, links: Links, to: (fields: MetFields) => MetFields | null): void {
  const link = links.get('product', key);
  if (link === null) return;
  const changed = <Fields extends MetFields>(fields: Fields): Fields => {
    const known = to(fields);
    if (known === null) return fields;
    const { flagged: _flagged, undo: _undo, ...rest } = fields;
    return { ...rest, ...known } as Fields;
  };
  const variants = Object.entries(link.facts.variants).map(([id, each]) => [id, changed(each)]);
  const facts = { ...changed(link.facts), variants: Object.fromEntries(variants) };
  links.put('product', key, { ...link, fingerprint: '', facts });
}
