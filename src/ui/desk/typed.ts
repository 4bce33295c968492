import type { Entries } from '../../engine/configuration/form/sent.ts';
import type { Wrong } from '../parts/error-summary.tsx';
import type { PageContext } from '../web-page.tsx';

/** What a form of a card sent. */
export interface Typed {
  readonly problem: string;
  readonly revision: string;
  /** How many causes were seen before the page. */
  readonly from: number;
  /** The setting as it was when the card was shown, as JSON; empty where it was not set. */
  readonly was: string;
  /** What a choice is to give. */
  readonly entry: string;
  readonly why: string;
  /** Controls of a setting's own field, by their names below it; null where the form had none. */
  readonly entries: Entries | null;
  /** The table of it that is to get a row, likewise; null where none is. */
  readonly more: string | null;
}

/** Of each wrong thing the control, by its name within the card. */
export interface Tried extends Typed {
  readonly wrong: readonly Wrong[];
}

export async function readTyped(context: PageContext): Promise<Typed> {
  const body = await context.req.parseBody({ all: true });
  const all = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().flatMap((each) => (typeof each === 'string' ? [[name, each] as const] : [])),
  );
  const of = (name: string) => all.find(([own]) => own === name)?.[1] ?? '';
  const at = of('at');
  const isBelow = (name: string) => at !== '' && (name === at || name.startsWith(`${at}.`));
  const below = (name: string) => (isBelow(name) ? name.slice(at.length) : '');
  return {
    ...{
      problem: of('problem'),
      revision: of('revision'),
      was: of('was'),
      entry: of('entry'),
      why: of('why'),
    },
    from: fromOf(of('from')),
    entries:
      at === ''
        ? null
        : all.filter(([name]) => isBelow(name)).map(([name, value]) => [below(name), value] as const),
    more: isBelow(of('more')) ? below(of('more')) : null,
  };
}

/** An address that was tampered with begins at the first. */
export function fromOf(text: string | undefined): number {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : 0;
}
