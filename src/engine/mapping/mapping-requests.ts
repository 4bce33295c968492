import type { End } from '../../flows/contract.ts';
import type { MappedPart, SampleTrait } from '../../flows/mapped.ts';
import type { Flow } from '../../flows/registry.ts';
import { partOf } from '../../mapping/fields.ts';
import { issue } from '../../mapping/issue.ts';
import { compileRule } from '../../mapping/modes/compile-rule.ts';
import { pathsIn } from '../../mapping/modes/kind-at.ts';
import { type Rule, scopeOf } from '../../mapping/modes/rule.ts';
import { TemplateError } from '../../mapping/modes/template.ts';
import { Problem, type ProblemData } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import { ConfigurationError } from '../configuration/configuration.ts';
import type { LoadedDocument } from '../configuration/loaded-document.ts';
import { requireAccounts } from '../connection/account-places.ts';
import type { Connection } from '../connection/connection.ts';
import type { Stores } from '../storage/stores.ts';
import { findFlow } from '../work/find-flow.ts';
import type { BoundFlow } from '../work/task-runner.ts';
import { areAlike, type Filled, filled } from './filled.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { type ReadRecord, SampleRecords } from './sample-records.ts';

interface MappingParts {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly loaded: LoadedDocument;
}

/** A record that a mapping is tried on. */
export interface Sample {
  readonly key: string;
  /** What people know it by. */
  readonly name: string;
  readonly traits: readonly SampleTrait[];
}

/** What fields get of one record: each for every input, such as every line. */
export type FilledFields = Readonly<Record<string, readonly Filled[]>>;

/** Every field of a flow's target on one record. */
export interface MappingOverview {
  readonly samples: readonly Sample[];
  /** The one that is shown, by its key; null where there is none. */
  readonly shown: string | null;
  readonly fields: FilledFields;
  /** Why records could not be read, or not all. */
  readonly why: ProblemData | null;
}

export interface TriedRecord extends Sample {
  /** As it is saved. */
  readonly was: FilledFields;
  /** As it is tried. */
  readonly becomes: FilledFields;
  /** Fields that would be another. */
  readonly changes: readonly string[];
}

export interface MappingTrial extends Pick<MappingOverview, 'shown' | 'why'> {
  /** The expressions that were tried; null for none. */
  readonly mapping: Expressions;
  readonly records: readonly TriedRecord[];
  /** What expressions of these fields can read. */
  readonly leaves: readonly Leaf[];
}

/** By the field that each fills in; null for none. */
type Expressions = Readonly<Record<string, string | null>>;
export type AskedExpressions = Readonly<Record<string, string | Rule | null>>;

interface SeenRecord extends Sample {
  readonly item: unknown;
  readonly madeAt: string;
}

/** What whoever edits a mapping asks. Nothing is written or stored, and only the source is called. */
export class MappingRequests {
  readonly #parts: MappingParts;
  readonly #records: SampleRecords;

  constructor(parts: MappingParts) {
    this.#parts = parts;
    this.#records = new SampleRecords(parts.clock);
  }

  /** Somebody is to be erased. */
  forget(): void {
    this.#records.forget();
  }

  /** `sample`: the key of the record that is shown, or what it is to be; the last one by default. */
  async overview(flow: string, sample?: string): Promise<MappingOverview> {
    const { parts, mapped, target, seen, why } = await this.#read(flow);
    const shown = chosen(seen, sample);
    const { mapping } = parts.flow;
    const fields: Record<string, readonly Filled[]> = {};
    if (shown !== null) {
      for (const part of mapped)
        for (const field of Object.keys(part.fields.shape)) {
          const name = part.part === '' ? field : `${part.part}.${field}`;
          fields[name] = await ofRecord(part, shown, { name, source: mapping[name], parts, target });
        }
    }
    return { samples: seen.map(sampleOf), shown: shown?.key ?? null, fields, why };
  }

  /** What expressions would change. Throws a ConfigurationError for what could not be saved, at the path `mapping` and the field. */
  async tryOut(flow: string, asked: AskedExpressions, sample?: string): Promise<MappingTrial> {
    const mapping = this.#compiled(flow, asked);
    const { parts, mapped, target, seen, why } = await this.#read(flow);
    const names = Object.keys(mapping);
    const own = (name: string) => mapped.find(({ part }) => part === partOf(name).part);
    const fieldsOf = async (record: SeenRecord, sourceOf: (name: string) => string | undefined) => {
      const fields: Record<string, readonly Filled[]> = {};
      for (const name of names) {
        const part = own(name);
        if (part !== undefined)
          fields[name] = await ofRecord(part, record, { name, source: sourceOf(name), parts, target });
      }
      return fields;
    };
    const records: TriedRecord[] = [];
    for (const record of seen) {
      const was = await fieldsOf(record, (name) => parts.flow.mapping[name]);
      const becomes = await fieldsOf(record, (name) => mapping[name] ?? undefined);
      const changes = names.filter((name) => !areAlike(was[name] ?? [], becomes[name] ?? []));
      records.push({ ...sampleOf(record), was, becomes, changes });
    }
    const shown = chosen(seen, sample);
    const part = own(names[0] ?? '');
    const inputsOf = ({ item }: SeenRecord) => part?.inputsOf(item) ?? [];
    const inputs = seen.flatMap(inputsOf);
    const leaves =
      inputs.length > 0 || part === undefined
        ? leavesOf(inputs, shown === null ? undefined : inputsOf(shown)[0])
        : pathsIn(part.input).map((path) => ({ path, value: null, seen: [] }));
    return { mapping, records, shown: shown?.key ?? null, leaves, why };
  }

  #find(flow: string): BoundFlow<Flow> {
    const { stores, clock, loaded } = this.#parts;
    return { ...findFlow(loaded.required().runtime, flow), stores, clock };
  }

  #compiled(name: string, asked: AskedExpressions): Expressions {
    const { definition, flow, to } = this.#find(name);
    const mapped = definition.mapped(flow.settings, to.connector);
    const compiled = Object.entries(asked).map(([field, each]) => [field, expressionOf(field, each, mapped)] as const);
    const tried = compiled.filter((entry): entry is readonly [string, string] => entry[1] !== null);
    const issues = definition
      .check(flow.settings, Object.fromEntries(tried), to.connector)
      .filter(({ path }) => path[0] === 'mapping');
    if (issues.length > 0) throw new ConfigurationError(issues);
    return Object.fromEntries(compiled);
  }

  async #read(name: string) {
    const parts = this.#find(name);
    requireAccounts(parts);
    const { definition, flow, from, to } = parts;
    const { records, why } = await this.#records.of(parts);
    const target = await endOf(to);
    const source = await endOf(from);
    const mapped = definition.mapped(flow.settings, to.connector);
    const seen = records.flatMap((record) => seenOf(parts, record, { source, target }));
    seen.sort((one, other) => (one.madeAt < other.madeAt ? 1 : one.madeAt > other.madeAt ? -1 : 0));
    return { parts, mapped, target, seen, why };
  }
}

/** Of a field that there is not, its own check says so. */
function expressionOf(
  name: string,
  asked: string | Rule | null,
  mapped: readonly MappedPart[],
): string | null {
  if (asked === null || typeof asked === 'string') return asked;
  const part = mapped.find((each) => each.part === partOf(name).part);
  try {
    return compileRule(asked, part === undefined ? { roots: [], main: '' } : scopeOf(part.input));
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new ConfigurationError([issue(['mapping', name], 'not_a_path', { what: error.what })]);
  }
}

/** Null where the account was never read, and cannot be now. */
async function endOf(connection: Connection): Promise<End | null> {
  const { connector } = connection;
  const account = connection.account ?? (await connection.check().catch(() => null));
  return account === null ? null : { connector, account };
}

/** None where the flow would never meet it. */
function seenOf(
  { definition, flow: { settings } }: BoundFlow<Flow>,
  { key, item }: ReadRecord,
  { source, target }: { readonly source: End | null; readonly target: End | null },
): SeenRecord[] {
  const { samples } = definition;
  try {
    const seen = target === null ? item : (samples.seen?.(item, settings, target) ?? item);
    const traits = source === null ? [] : samples.traitsOf(seen, settings, source);
    return [
      { key, name: samples.nameOf(seen, key), traits, item: seen, madeAt: samples.madeAt?.(seen) ?? '' },
    ];
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

function sampleOf({ key, name, traits }: SeenRecord): Sample {
  return { key, name, traits };
}

function chosen(seen: readonly SeenRecord[], sample: string | undefined): SeenRecord | null {
  const isMeant = ({ key, traits }: SeenRecord) => key === sample || traits.some((trait) => trait === sample);
  return seen.find(isMeant) ?? seen[0] ?? null;
}

interface OfRecord {
  readonly name: string;
  readonly source: string | undefined;
  readonly parts: BoundFlow<Flow>;
  readonly target: End | null;
}

async function ofRecord(
  part: MappedPart,
  { item }: SeenRecord,
  { name, source, parts, target }: OfRecord,
): Promise<Filled[]> {
  const { fixed = {} } = parts.flow.settings as { readonly fixed?: Readonly<Record<string, unknown>> };
  const all: Filled[] = [];
  for (const input of part.inputsOf(item))
    all.push(await filled(part, input, { name, source, constants: fixed, target }));
  return all;
}
