import type { Unit } from '../units.ts';

/** What stands for a product of the source, or for one of its parts. */
export function labelOf({ key, part }: Pick<Unit, 'key' | 'part'>): string {
  return part === null ? key : `${key}/${part}`;
}
