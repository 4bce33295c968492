/** What a field of the target gets of a record, by a mapping or without one. */
import type { End } from '../../flows/contract.ts';
import type { MappedPart } from '../../flows/mapped.ts';
import { mapFields, partOf } from '../../mapping/fields.ts';
import { Problem, type ProblemData } from '../../records/problem.ts';

export type Filled =
  /** `by`: the expression, or the constant of the setting `fixed`. `value`: as it is written. */
  | { readonly kind: 'value'; readonly by: 'mapping' | 'constant'; readonly value: unknown }
  /** As the flow does it by itself; null where that is not known beforehand, or nothing. */
  | { readonly kind: 'usual'; readonly value: unknown }
  /** The record would be parked. */
  | { readonly kind: 'problem'; readonly problem: ProblemData };

type Input = Readonly<Record<string, unknown>>;

export interface FilledBy {
  /** The field's whole name: `customer.phonenumber`. */
  readonly name: string;
  readonly source: string | undefined;
  readonly constants: Readonly<Record<string, unknown>>;
  /** Null where its account is not known now. */
  readonly target: End | null;
}

/** Evaluates within the bounds that hold for every expression (src/mapping/expression.ts). */
export async function filled(part: MappedPart, input: Input, by: FilledBy): Promise<Filled> {
  const { name, source, constants, target } = by;
  const { field } = partOf(name);
  const only = source === undefined ? {} : { [name]: source };
  try {
    const mapped = await mapFields(part.part, part.fields, only, {}, input);
    const given = async (by: 'mapping' | 'constant', value: unknown): Promise<Filled> => {
      const written = part.written === undefined ? value : await part.written(field, value, input);
      return { kind: 'value', by, value: written };
    };
    if (Object.hasOwn(mapped, field)) return await given('mapping', mapped[field]);
    if (Object.hasOwn(constants, name)) return await given('constant', constants[name]);
    return { kind: 'usual', value: target === null ? null : await usualOf(part, input, field, target) };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'problem', problem: error.toData() };
    throw error;
  }
}

/** Null where settings lack something: that is told where the record is. */
async function usualOf(part: MappedPart, input: Input, field: string, target: End): Promise<unknown> {
  try {
    return named((await part.usual?.(input, target)) ?? {}, field) ?? null;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** What stands under a name, the outermost first: some systems wrap their bodies. */
function named(body: unknown, name: string): unknown {
  let level: unknown[] = [body];
  while (level.length > 0) {
    for (const each of level) if (isFields(each) && Object.hasOwn(each, name)) return each[name];
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
  }
  return undefined;
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the target gets the same, whatever it is filled in by. */
export function areAlike(one: readonly Filled[], other: readonly Filled[]): boolean {
  return JSON.stringify(one.map(effectOf)) === JSON.stringify(other.map(effectOf));
}

function effectOf(each: Filled): unknown {
  if (each.kind !== 'problem') return { value: each.value };
  const { code, params } = each.problem;
  return { code, params };
}
