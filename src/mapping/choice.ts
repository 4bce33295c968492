import { z } from 'zod';
import { rejected } from '../records/problem.ts';

/** How a value is picked wherever one must be: `force` wins, then `map`, then `default`. */
export const choice = z
  .strictObject({
    map: z.record(z.string(), z.string()).default({}),
    default: z.string().optional(),
    force: z.string().optional(),
  })
  .meta({ id: 'Choice', description: '`force` wins, then `map`, then `default`' });

export type Choice = z.infer<typeof choice>;

export function pick(table: Choice | undefined, key: string | undefined): string | undefined {
  if (table === undefined) return undefined;
  return table.force ?? (key === undefined ? undefined : lookUp(table.map, key)) ?? table.default;
}

/** As `pick`, but a table that has no answer parks the task and names the entry to add. Without a table: undefined. */
export function choose(
  table: Choice | undefined,
  key: string | undefined,
  setting: string,
): string | undefined {
  if (table === undefined) return undefined;
  const found = pick(table, key);
  if (found !== undefined) return found;
  throw rejected('choice_missing', { setting, value: key ?? '' });
}

/** Names that people can change are compared without regard to case and outer blanks. */
function lookUp(map: Readonly<Record<string, string>>, key: string): string | undefined {
  if (Object.hasOwn(map, key)) return map[key];
  const wanted = key.trim().toLowerCase();
  return Object.entries(map).find(([name]) => name.trim().toLowerCase() === wanted)?.[1];
}
