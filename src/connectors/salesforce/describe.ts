/** What an org's objects are made of (sheet 3.9): what the user of the connection may not see is absent. */
import { z } from 'zod';
import type { Api } from '../contract/api.ts';
import { path } from '../contract/path.ts';
import { list, text } from '../wire/fields.ts';
import { version } from './queries.ts';

const value = z.object({
  value: text,
  label: text,
  active: z.boolean().catch(false),
  validFor: text.catch(undefined),
});

const field = z.object({
  name: text,
  nillable: z.boolean().catch(true),
  createable: z.boolean().catch(false),
  updateable: z.boolean().catch(false),
  defaultedOnCreate: z.boolean().catch(false),
  externalId: z.boolean().catch(false),
  unique: z.boolean().catch(false),
  scale: z.number().catch(2),
  picklistValues: list(value).catch([]),
});
export type DescribedField = z.infer<typeof field>;

const described = z.object({
  createable: z.boolean().catch(true),
  fields: list(field),
});

export class Description {
  readonly isCreateable: boolean;
  readonly #fields: ReadonlyMap<string, DescribedField>;

  constructor(isCreateable: boolean, fields: readonly DescribedField[]) {
    this.isCreateable = isCreateable;
    this.#fields = new Map(fields.map((each) => [each.name ?? '', each]));
  }

  field(name: string): DescribedField | undefined {
    return this.#fields.get(name);
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** What a new record must say (sheet 3.9). */
  get required(): string[] {
    return [...this.#fields.values()]
      .filter((each) => !each.nillable && each.createable && !each.defaultedOnCreate)
      .flatMap(({ name = '' }) => (name === '' ? [] : [name]));
  }

  /** The active values of a picklist. */
  values(name: string): z.infer<typeof value>[] {
    return (this.field(name)?.picklistValues ?? []).filter(({ active }) => active);
  }
}

/** Null where the org has no such object, or shows none. */
export async function describe(api: Pick<Api, 'find'>, object: string): Promise<Description | null> {
  const found = await api.find(path`/services/data/${version}/sobjects/${object}/describe`, described);
  return found && new Description(found.createable, found.fields);
}
