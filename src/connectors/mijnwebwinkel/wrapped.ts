/** Shapes that the description and the live API tell differently (sheet 3, 12): all of them are read. */
import { z } from 'zod';
import { isObject } from '../wire/objects.ts';

/** A record or a list, bare or in an envelope. */
export function unwrapped<T>(name: string, inner: z.ZodType<T>) {
  return z.preprocess((value) => (isObject(value) && name in value ? value[name] : value), inner);
}

/** None, one by itself, a list, or a list as an object: `has` names a field that one has. */
export function many<T>(item: z.ZodType<T>, has?: string) {
  return z.preprocess((value) => {
    if (!isObject(value)) return value ?? [];
    return has !== undefined && has in value ? [value] : Object.values(value);
  }, z.array(item));
}
