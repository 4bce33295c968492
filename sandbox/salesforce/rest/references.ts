import { isObject, type Json } from '../../kit/json.ts';

/** What earlier parts answered, by their names. */
export type Answered = ReadonlyMap<string, Json>;

const reference = /@\{([A-Za-z]\w*)((?:\.\w+|\[\d+\])+)\}/g;

/** Told of a reference to what is not there. */
export class NoSuchValue extends Error {
  constructor(name: string, path: string) {
    super(`Invalid reference specified. No value for ${name}${path} found in ${name}`);
  }
}

/** Puts what was answered in the place of `@{ord.id}`, in texts at any depth. Throws `NoSuchValue`. */
export function resolved(value: Json, answered: Answered): Json {
  if (typeof value === 'string') return inText(value, answered);
  if (Array.isArray(value)) return value.map((each) => resolved(each, answered));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, resolved(each, answered)]));
}

export function inText(text: string, answered: Answered): string {
  return text.replace(reference, (_, name: string, path: string) => {
    const steps = path.match(/\w+/g) ?? [];
    const found = steps.reduce<Json | undefined>((at, step) => {
      if (Array.isArray(at)) return at[Number(step)];
      return isObject(at) ? at[step] : undefined;
    }, answered.get(name));
    if (found === undefined || found === null || typeof found === 'object') throw new NoSuchValue(name, path);
    return String(found);
  });
}
