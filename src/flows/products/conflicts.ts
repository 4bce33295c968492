/**
 * What a person has to decide of a product that is kept in step both ways: fields that both sides changed since they were last equal. All
 * others are carried. Leaving the product out takes things as they are; taking that back asks once more.
 */
import { type ProblemData, rejected } from '../../records/problem.ts';
import type { Links, MetFields, ProductFacts } from '../links.ts';
import type { Context, Speaker } from './endpoints.ts';
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
  const { fields } = reverse.settings;
  const isCarried = (name: string) => (fields[name as FieldName] ?? 'always') === 'always';
  return Object.fromEntries(Object.entries(stood).filter(([name]) => isCarried(name)));
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
  change(key, links, ({ flagged, ...fields }) => {
    if (flagged === undefined) return fields;
    const { said, stood = {} } = fields;
    const undo = Object.entries(flagged).map(([name]) => [
      name,
      { said: said[name] ?? '', stood: stood[name] ?? '' },
    ]);
    return { ...withBases(fields, flagged), undo: Object.fromEntries(undo) };
  });
}

/** The person takes that back. */
export function unacceptDifference(key: string, links: Links): void {
  change(key, links, ({ undo, ...fields }) => (undo === undefined ? fields : withBases(fields, undo)));
}

function withBases<Fields extends MetFields>(
  fields: Fields,
  bases: NonNullable<MetFields['flagged']>,
): Fields {
  const of = (side: 'said' | 'stood') =>
    Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, base[side]]));
  return { ...fields, said: { ...fields.said, ...of('said') }, stood: { ...fields.stood, ...of('stood') } };
}

function change(
  key: string,
  links: Links,
  to: <Fields extends MetFields>(fields: Fields) => MetFields,
): void {
  const link = links.get('product', key);
  if (link === null) return;
  const variants = Object.entries(link.facts.variants).map(([id, each]) => [
    id,
    { ...rest(each), ...to(each) },
  ]);
  const facts = { ...rest(link.facts), ...to(link.facts), variants: Object.fromEntries(variants) };
  links.put('product', key, { ...link, fingerprint: '', facts: facts as ProductFacts });
}

/** What does not change with it. */
function rest<Fields extends MetFields>({ flagged: _flagged, undo: _undo, ...fields }: Fields) {
  return fields;
}
