/**
 * A create that was begun for this category comes first, whatever has become of it since. What was made is linked as if it had been
 * answered at once; what the source has changed in the meantime is a change like any other then.
 */
import { z } from 'zod';
import type { CategoryTarget, StandingCategory } from '../../connectors/contract/categories.ts';
import { problem } from '../../records/problem.ts';
import { type Bases, baseOf } from '../merge.ts';
import { resolvePendingWrite } from '../write-once.ts';
import type { Context } from './endpoints.ts';
import { lateWith } from './late-work.ts';
import { ownerOf, putLink } from './links.ts';
import { nameKey } from './names.ts';
import { placeText } from './parts.ts';
import { shortFingerprint } from './saying.ts';
import { namesakes, stillThere } from './siblings.ts';
import { basesIn, sentParts } from './update-step.ts';

const prefix = 'category:';

/** What the other direction makes is left to it this long. */
const othersMs = 3_600_000;
const lookAgainMs = 5_000;

const reference = z.object({
  parentId: z.string().nullable(),
  name: z.string(),
  /** Left out of what was begun by an earlier version. */
  sent: sentParts.optional(),
});

/** What a new category can be found by. */
export type CategoryReference = Pick<z.infer<typeof reference>, 'parentId' | 'name'>;

export function createStep(key: string): string {
  return `${prefix}${key}`;
}

/** `sent`: all that it is made of. A part of it may be done late, where it takes several calls. */
export function referenceText({ parentId, name }: CategoryReference, sent: Bases): string {
  return JSON.stringify({ parentId, name, sent });
}

/** Links what an earlier try made, and ends its journal. Throws a `wait` problem until that is sure. */
export async function settleBegun(context: Context, target: CategoryTarget): Promise<void> {
  const { steps, key, links } = context;
  const { connector } = context.target;
  const step = createStep(key);
  const begun = steps.get(step);
  const sent = sentBy(begun?.reference);
  if (begun === null || sent === null) return;
  const id =
    links.get('category', key)?.targetId ??
    (await resolvePendingWrite({
      steps,
      step,
      settleMs: connector.searchDelayMs,
      commitDelayMs: connector.commitDelayMs,
      now: () => context.now(),
      find: () => findMade(context, target, sent),
    }));
  if (id !== null && links.get('category', key) === null) {
    const fingerprint = shortFingerprint(context);
    const parent = placeText(sent.parentId);
    const bases = {
      name: await baseOf(sent.name, sent.name, fingerprint),
      parent: await baseOf(parent, parent, fingerprint),
    };
    putLink(links, key, id, { bases, made: true, ...lateWith(context, {}, begun, basesIn(sent.sent ?? {})) });
  }
  steps.forget(step);
}

/** What a create made, as it stands there for certain: a list may go on naming what somebody has just renamed. */
export async function findMade(
  context: Context,
  target: CategoryTarget,
  { parentId, name }: CategoryReference,
): Promise<StandingCategory | null> {
  const listed = await namesakes(context, target, parentId, name);
  const free = listed.filter(({ id }) => [null, context.key].includes(ownerOf(context, id)));
  const [made = null] = await stillThere(context, target, free);
  return made;
}

/** Throws a `wait` problem where the other direction is just making what looks like this category of the source. */
export function requireNobodysWork(
  { stepsBack, now }: Context,
  { parentId, name, id }: CategoryReference & { readonly id: string },
): void {
  const at = now().getTime();
  for (const each of stepsBack.begun(prefix)) {
    const step = stepsBack.get(each);
    const sent = sentBy(step?.reference);
    if (step === null || sent === null || at > step.intendedAt + othersMs) continue;
    const isLike = sent.parentId === parentId && nameKey(sent.name) === nameKey(name);
    if (step.result === id || (step.result === null && isLike)) {
      throw problem('wait', 'outcome_unknown', {}, { retryAt: at + lookAgainMs });
    }
  }
}

function sentBy(text: string | null | undefined): z.infer<typeof reference> | null {
  return text ? reference.parse(JSON.parse(text)) : null;
}
