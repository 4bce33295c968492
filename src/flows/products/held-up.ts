/**
 * A product that cannot go on may wait for a person for weeks. What an earlier batch sent of its pictures to a target which names them itself is
 * told all the same, before anybody adds others there: by then nobody could tell them apart. What was done late is told too, before anybody
 * writes the same.
 */
import type { StandingProduct } from '../../connectors/contract/products.ts';
import { type ProblemData, problem } from '../../records/problem.ts';
import type { SentPictures } from '../bulk.ts';
import type { ProductLink } from '../links.ts';
import { unitBegun } from './begun.ts';
import type { Context, Speaker } from './endpoints.ts';
import { lookedAt } from './late-looks.ts';
import { broughtLate, standingPictures } from './late-pictures.ts';
import { lateUntil, stillLate } from './late-work.ts';
import { openUntil } from './open-until.ts';
import { planPictures } from './plan/pictures.ts';
import type { Planned } from './plan-batch.ts';
import { pictureMark } from './saying/pictures.ts';
import { unfinishedPicture } from './unclear-marks.ts';
import type { Unit } from './units.ts';

type HeldUp = Planned & { readonly kind: 'problem' };

/** `why`: what holds it up. `standing`: where its link leads to, if that is there. */
export async function heldUp(
  context: Context,
  { traits, fingerprint }: Speaker,
  unit: Unit,
  why: ProblemData,
  standing: StandingProduct | undefined,
): Promise<HeldUp> {
  const { link, begun } = unit;
  if (link === null || standing === undefined) return { kind: 'problem', unit, problem: why };
  const mark = await pictureMark(unit.product.id);
  const pictures = standingPictures(standing, mark, traits);
  const own = { traits, values: standing.values, pictures };
  const facts = await lookedAt(link.facts, { product: standing.product, own }, fingerprint, context.now());
  const seen = facts === link.facts ? null : { ...link, fingerprint: '', facts };
  const lateAt = lateUntil(stillLate(facts, context.now()));
  const sent = begun?.pictures;
  const picturesAt = sent ? openUntil(context, sent.at) : null;
  const met = { link: seen ?? link, standing, mark, isOpen: picturesAt !== null };
  const found = sent ? picturesFound({ ...met, sent }) : null;
  const retryAt = (found === null ? picturesAt : null) ?? lateAt;
  // A person is asked once that is sure: nobody would look at it again before.
  const isAsked = why.kind === 'rejected' && retryAt !== null;
  const looksAgain = isAsked ? problem('wait', 'outcome_unknown', {}, { retryAt }).toData() : why;
  const now = found ?? seen;
  return {
    ...{ kind: 'problem', unit, problem: looksAgain },
    ...(now === null ? {} : { link: now }),
    ...(found === null ? {} : { begun: unitBegun(begun?.product ?? null, null) }),
  };
}

/** Its link with them: they stand there, and are to be described. Null: some may still come to be. */
function picturesFound({
  link: { facts, ...link },
  standing,
  mark,
  sent,
  isOpen,
}: {
  readonly link: ProductLink;
  readonly standing: StandingProduct;
  readonly mark: string;
  readonly sent: SentPictures;
  readonly isOpen: boolean;
}): ProductLink | null {
  const met = { isFirst: false, begun: { ...sent, isOpen }, mark, brought: broughtLate(facts) };
  const { before, awaits } = planPictures([], standing, facts.pictures, met);
  if (awaits) return null;
  const found = sent.sent.flatMap((version) => {
    const id = before[version];
    const isNews = id !== undefined && id !== facts.pictures[version];
    return isNews ? [[version, unfinishedPicture(id)] as const] : [];
  });
  const pictures = { ...facts.pictures, ...Object.fromEntries(found) };
  return { ...link, fingerprint: '', facts: { ...facts, pictures } };
}
