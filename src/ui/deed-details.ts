import type { Pair } from '../engine/configuration/offered-flows.ts';
import type { Deed } from '../engine/storage/trail.ts';
import { keyName } from '../house/roles.ts';
import type { Texts } from '../texts/en.ts';
import { recordsOf } from './desk/records.ts';
import { whatOf } from './parts/flow-name.tsx';
import { titleOf } from './parts/system-name.ts';

type Param = Deed['params'][string];

/** What a deed was done to, as the link's pages call it. `link`: null on the page of the deployment. */
export function deedDetails({ params }: Pick<Deed, 'params'>, link: Pair | null, texts: Texts): string {
  // The number of a task says nothing beside the key of its record.
  const { task: _, ...shown } = params;
  const { flow, count, ...rest } = shown;
  const what = flowAndCount(flow, count, texts);
  const named = Object.entries(rest).flatMap(([name, value]) => inWords(name, value, link, texts));
  return [...what, ...named].filter((part) => part !== '').join(', ');
}

function flowAndCount(
  flow: Param | undefined,
  count: Param | undefined,
  { pages, figures }: Texts,
): string[] {
  const known = typeof count === 'number' && count > 0 ? count : null;
  if (typeof flow !== 'string') return known === null ? [] : [figures.number(known)];
  if (known !== null && Object.hasOwn(pages.desk.records, flow)) return [recordsOf(flow, known, pages.desk)];
  return [whatOf(flow, pages), ...(known === null ? [] : [figures.number(known)])];
}

function inWords(name: string, value: Param, link: Pair | null, { pages, figures }: Texts): string[] {
  return [value].flat().flatMap((each) => {
    if (each === null) return [];
    const text = String(each);
    if (name === 'connection') return [link === null ? text : titleOf(link, text)];
    if (name === 'since') return [figures.day(text)];
    if (name === 'role' && Object.hasOwn(pages.tokens.roles, text)) {
      return [pages.tokens.roles[text as keyof typeof pages.tokens.roles]];
    }
    return [text];
  });
}

/** Who did it: the name of a token; whoever has the deployment's own key is its owner. */
export function doerOf(who: string, { owner }: Texts['pages']['audit']): string {
  return who === keyName ? owner(keyName) : who;
}
