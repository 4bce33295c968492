/** What a mapping fills in, and what its expressions are given: it is checked by that, and shown by it to whoever edits it. */
import type { z } from 'zod';
import type { Api } from '../connectors/contract/api.ts';
import type { Connector } from '../connectors/contract/connector.ts';
import type { Source } from '../connectors/contract/source.ts';
import { checkNames } from '../mapping/check-names.ts';
import { checkFields } from '../mapping/fields.ts';
import { type Issue, within } from '../mapping/issue.ts';
import type { Customer } from '../records/customer.ts';
import { Problem } from '../records/problem.ts';
import type { End, Mapping } from './contract.ts';

export const fieldGroups = ['document', 'customer', 'lines', 'product', 'category', 'level'] as const;
/** What a field is of, as people think of it. */
export type FieldGroup = (typeof fieldGroups)[number];

type Fields = Readonly<Record<string, unknown>>;

/** Fields that one kind of expression fills in. */
export interface MappedPart<Item = unknown> {
  /** What their names begin with: `customer` of `customer.phonenumber`; empty for names without a part. */
  readonly part: string;
  readonly group: FieldGroup;
  readonly fields: z.ZodObject;
  /** What expressions are given. Its last field is what they are mostly about. */
  readonly input: z.ZodObject;
  /** The same of a record of the source: one, or one for each of its lines. */
  inputsOf(item: Item): readonly Fields[];
  /**
   * What the target gets of such an input where neither a mapping nor a constant says otherwise, as far as that is known: by the name of the
   * field, at any depth. Throws a Problem where settings lack something.
   */
  usual?(input: Fields, target: End): Promise<Fields>;
  /** What the target gets where a mapping or a constant gives this for a field; the very value where this is left out. */
  written?(field: string, value: unknown, input: Fields): Promise<unknown>;
}

export const sampleTraits = ['refunded', 'company', 'abroad', 'withoutEmail', 'variants'] as const;
/** What makes a record worth a look beside the last one. */
export type SampleTrait = (typeof sampleTraits)[number];

/** How records of the source serve to try a mapping on. */
export interface Sampling<Settings, Item = unknown> {
  /** Reads a handful of records. What is gone is left out. */
  read(source: Connector, api: Api, keys: readonly string[]): Promise<ReadonlyMap<string, Item>>;
  /** The record as the flow's expressions meet it. Throws a Problem where they never do. */
  seen?(item: Item, settings: Settings, target: End): Item;
  /** What people know it by; nothing of a person. */
  nameOf(item: Item, key: string): string;
  /** When it was made, as text that sorts; left out, the order of the source's own list stands. */
  madeAt?(item: Item): string;
  /** `source`: the account that it is read from. */
  traitsOf(item: Item, settings: Settings, source: End): readonly SampleTrait[];
}

/** The fields by part. */
export function fieldsByPart(parts: readonly MappedPart<never>[]): Record<string, z.ZodObject> {
  return Object.fromEntries(parts.map(({ part, fields }) => [part, fields]));
}

/** What is wrong with what fills these fields in, by the paths of `mapping` and of the setting `fixed`. */
export function checkMapped(mapping: Mapping, fixed: Fields, parts: readonly MappedPart<never>[]): Issue[] {
  const inputs = Object.fromEntries(parts.map(({ part, input }) => [part, input]));
  return [
    ...checkFields(mapping, fixed, fieldsByPart(parts)),
    ...checkNames(mapping, inputs).map((issue) => within(['mapping'], issue)),
  ];
}

/** What cannot be read is left out as well. */
export async function readItems<Item>(
  source: Source<Item> | undefined,
  api: Api,
  keys: readonly string[],
): Promise<ReadonlyMap<string, Item>> {
  if (source === undefined) return new Map();
  const many = source.getMany && (await readable(() => source.getMany?.(api, keys)));
  if (many) return many;
  const items = await Promise.all(
    keys.map(async (key) => [key, await readable(() => source.get(api, key))] as const),
  );
  return new Map(items.flatMap(([key, item]) => (item == null ? [] : [[key, item] as const])));
}

async function readable<Item>(read: () => Promise<Item> | undefined): Promise<Item | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Problem && error.kind === 'rejected') return undefined;
    throw error;
  }
}

/** What is worth a look of whoever buys. `home`: the country that the shop sells from, where it is known. */
export function buyerTraits({ kind, email, address }: Customer, home: string | undefined): SampleTrait[] {
  const isAbroad = home !== undefined && address.country !== undefined && address.country !== home;
  return [
    ...(kind === 'company' ? (['company'] as const) : []),
    ...(isAbroad ? (['abroad'] as const) : []),
    ...(email === undefined || email.trim() === '' ? (['withoutEmail'] as const) : []),
  ];
}
