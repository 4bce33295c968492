/** Attributes of a product, as calls that were not answered left them: some systems are sent the whole list, others what is new of it. */
import type { Named } from '../../records/product.ts';
import type { LateProduct, ProductFacts } from '../links.ts';
import type { Speaker } from './endpoints.ts';
import { type Fields, fingerprints, lateNames } from './late-prints.ts';
import { alongWith, sentAttributeList } from './late-together.ts';
import type { MeetPlan } from './plan/plan.ts';
import { marked } from './unclear-marks.ts';

type Known = Pick<Speaker, 'traits' | 'fingerprint'>;

/** Keyed fingerprints of them, by name. Of several values of the text that they make: many systems keep no more. */
export function attributePrints(
  all: readonly Named[],
  { fingerprint }: Pick<Known, 'fingerprint'>,
): Promise<Fields> {
  const texts = all.map(({ name, values }) => [name, values.join(', ')] as const);
  return fingerprints(
    Object.fromEntries(texts.map(([name, text]) => [name, text === '' ? [] : [text]])),
    fingerprint,
  );
}

/** What a plan sends of them: where the list goes as a whole, all that the source has. `told`: names of parts that it changes. */
export async function attributesSent(
  { changes, saying, standing }: MeetPlan,
  told: readonly string[],
  known: Known,
): Promise<Fields> {
  const written = await attributePrints(changes.attributes, known);
  if (!alongWith(known.traits, told).has('attributes')) return written;
  const wanted = await attributePrints(saying.attributes ?? [], known);
  const stands = await attributePrints(standing.product.attributes ?? [], known);
  const kept = Object.entries(wanted).filter(([name, print]) => (stands[name] ?? '') === print);
  // One that the merchant has changed stays his: no more is known of it than that it was in the list.
  return { ...marked(Object.keys(wanted)), ...Object.fromEntries(kept), ...written };
}

/** Names of those that are to be said anew. `stands`: fingerprints of what stands there. */
export function attributesDone(
  traits: Known['traits'],
  known: ProductFacts['attributes'],
  late: readonly LateProduct[],
  stands: Fields,
): readonly string[] {
  const sent = late.map(({ attributes }) => attributes);
  // A list that was sent before they came lacks them.
  const lists = late.filter((each) => sentAttributeList(traits, each));
  const gone = Object.keys(known).filter((name) => known[name] !== '' && (stands[name] ?? '') === '');
  const taken = gone.filter((name) => lists.some(({ attributes }) => attributes[name] === undefined));
  return [...new Set([...lateNames({ late: sent, stands, known }), ...taken])];
}
