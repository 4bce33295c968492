import type { Scope } from './rule.ts';

/** A step of a path: a field, or of a list one element of it, counted from 0. */
export interface Step {
  readonly name: string;
  readonly at?: number;
}

const plainName = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Words of JSONata's own: as names they stand in backticks. */
const reserved: readonly string[] = ['and', 'or', 'in', 'true', 'false', 'null', 'function'];
const step = /^(?:([A-Za-z_][A-Za-z0-9_]*)|`([^`]+)`)(?:\[(\d{1,6})\])?(?:\.(?=.)|$)/;

/** Reads `order.lines[0].name`. Null for what is no path. */
export function parsePath(text: string): Step[] | null {
  const steps: Step[] = [];
  let rest = text.trim();
  if (rest === '') return null;
  while (rest !== '') {
    const [whole, plain, quoted, at] = step.exec(rest) ?? [];
    if (whole === undefined) return null;
    steps.push({ name: plain ?? quoted ?? '', ...(at === undefined ? {} : { at: Number(at) }) });
    rest = rest.slice(whole.length);
  }
  return steps;
}

/** As JSONata reads it. A name with a backtick in it cannot be written: null. */
export function printPath(steps: readonly Step[]): string | null {
  if (steps.length === 0 || steps.some(({ name }) => name === '' || name.includes('`'))) return null;
  return steps.map(({ name, at }) => `${quoted(name)}${at === undefined ? '' : `[${at}]`}`).join('.');
}

function quoted(name: string): string {
  return plainName.test(name) && !reserved.includes(name) ? name : `\`${name}\``;
}

/** The same from its root on. */
export function wholePath(steps: readonly Step[], { roots, main }: Scope): readonly Step[] {
  const [first] = steps;
  return first === undefined || roots.includes(first.name) ? steps : [{ name: main }, ...steps];
}

/** The same as people write it: without the root where that is the main one. */
export function shortPath(steps: readonly Step[], { roots, main }: Scope): readonly Step[] {
  const [first, second] = steps;
  const isOfMain = first?.name === main && first.at === undefined;
  return isOfMain && second !== undefined && !roots.includes(second.name) ? steps.slice(1) : steps;
}
