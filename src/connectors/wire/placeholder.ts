import { text } from './fields.ts';

/** Stands where a system insists on a name, a number or a place that nobody knows, and is no value when it is read. */
export const placeholder = '-';

export const personal = text.transform((value) => (value === placeholder ? undefined : value));
