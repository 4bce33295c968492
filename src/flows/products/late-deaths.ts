/**
 * A batch that dies tells nobody what became of its calls, and one of them may be done minutes later. What it was about to send was told before,
 * and is late work of each product from its death until nothing of it can be done any more.
 */
import { canonicalJson } from '../../records/canonical-json.ts';
import type { BackLink, BatchKey, Begun, KnownBackLink, ListedReport, SentUpdate } from '../bulk.ts';
import { updatesWhere } from '../left-begun.ts';
import type { ProductFacts, ProductLink, SentFields } from '../links.ts';
import type { Context } from './endpoints.ts';
import { withLate } from './late-work.ts';

/** What is sent once more is one thing, for longer. That it was sent before stays known: this batch may yet tell that it sent nothing. */
export function withUpdate(
  before: readonly SentUpdate[],
  sent: SentFields,
  at: number,
): readonly SentUpdate[] {
  const isSame = ({ at: _at, ...each }: SentUpdate) => canonicalJson(each) === canonicalJson(sent);
  const last = before.filter(isSame).toSorted((one, other) => other.at - one.at);
  return [...before.filter((each) => !isSame(each)), ...last.slice(0, 1), { at, ...sent }];
}

/** A link as it is known, with what batches that died were about to send. */
export function withDeaths<Known extends ProductLink | null>(
  context: Pick<Context, 'target'>,
  known: Known,
  begun: Begun | null,
): Known {
  const { updates = {} } = begun ?? {};
  if (known === null || Object.keys(updates).length === 0) return known;
  const { apart = {}, ...facts } = known.facts;
  const whole = linkWithDeaths(context, { ...known, facts }, updates['']);
  const parts = Object.entries(apart).map(
    ([part, link]) => [part, linkWithDeaths(context, link, updates[part])] as const,
  );
  if (parts.length === 0) return { ...known, ...whole };
  return { ...known, ...whole, facts: { ...whole.facts, apart: Object.fromEntries(parts) } };
}

/** Without a fingerprint, so that it is looked at also where the source says again what it said before. */
function linkWithDeaths(
  context: Pick<Context, 'target'>,
  link: ProductLink,
  updates: readonly SentUpdate[] = [],
): ProductLink {
  if (updates.length === 0) return link;
  return { ...link, fingerprint: '', facts: factsWithDeaths(context, link.facts, updates) };
}

/** The same of one product of the target. */
export function factsWithDeaths(
  context: Pick<Context, 'target'>,
  facts: ProductFacts,
  updates: readonly SentUpdate[] = [],
): ProductFacts {
  return updates.reduce((now, { at, ...sent }) => withLate(context, now, sent, at), facts);
}

/** The same of the other direction, whose target is this one's source. */
export function backWithDeaths(
  { source }: Pick<Context, 'source'>,
  { key, link, begun }: KnownBackLink,
): BackLink {
  return { key, link: withDeaths({ target: source }, link, begun) };
}

/** Without what the link tells from now on of what was sent `before`. */
export function withoutTold(
  begun: Begun | null,
  before: Begun | null,
  link: ProductLink | null,
): Begun | null {
  if (begun?.updates === undefined || link === null) return begun;
  const told = new Set(Object.keys(link.facts.apart ?? { '': link }));
  const isTold = (part: string, { at }: SentUpdate) =>
    told.has(part) && before?.updates?.[part]?.some((each) => each.at === at) === true;
  return updatesWhere(begun, (part, each) => !isTold(part, each));
}

/** Of a product that nothing comes of for now its link tells it: the journal forgets what no open task is about. */
export function toldOfSkipped({
  known,
  begun,
}: Pick<BatchKey<ProductLink | null>, 'known' | 'begun'>): Pick<ListedReport, 'link' | 'begun'> {
  if (known === null || begun?.updates === undefined) return {};
  return { link: known, begun: withoutTold(begun, begun, known) };
}
