import type { Params, Told } from '../texts/catalogue.ts';
import type { ProblemCode, ProblemParams } from '../texts/en.ts';

/**
 * The one error of Koppel. `kind` alone decides what the engine does; `code` is stable and documented (docs/problems.md);
 * its sentences are made of `params` when somebody reads them (src/texts).
 *
 * - `retry`: the system is busy or away; try again later.
 * - `auth`: the connection's credentials do not work; stop it until they do.
 * - `rejected`: a person must act; park the task.
 * - `outcome-unknown`: a write that may have happened; look before writing again.
 * - `wait`: nothing is wrong, but not before `retryAt`.
 */
export type ProblemKind = 'retry' | 'auth' | 'rejected' | 'outcome-unknown' | 'wait';

export interface ProblemData {
  readonly kind: ProblemKind;
  readonly code: string;
  /** Ids, codes, amounts and field names; nothing of a person. */
  readonly params: Params;
  /** The connection that it is about, by its name in the integration. */
  readonly connection?: string | undefined;
  /** Epoch milliseconds before which another try is useless. */
  readonly retryAt?: number | undefined;
  /**
   * What it waits for, and is tried at once when that ends: a step of the journal, another record of its flow as `awaitedKey` names it, or one of
   * another flow between the same places as `awaitedRecord` does.
   */
  readonly awaits?: string | undefined;
  /** Sentences of a row from before problems had params. */
  readonly told?: Told | undefined;
}

const ofKey = 'key:';

/** How a problem names the record of the same flow that has to be carried first. */
export function awaitedKey(key: string): string {
  return `${ofKey}${key}`;
}

/** The record that `awaits` names; null where it names a step. */
export function keyAwaited(awaits: string): string | null {
  return awaits.startsWith(ofKey) ? awaits.slice(ofKey.length) : null;
}

const ofFlow = 'flow:';

/** How a problem names the record of another flow between the same places that has to be carried first. */
export function awaitedRecord(flow: string, key: string): string {
  return `${ofFlow}${flow} ${key}`;
}

/** The record of another flow that `awaits` names; null where it names none. */
export function recordAwaited(awaits: string): { readonly flow: string; readonly key: string } | null {
  const end = awaits.indexOf(' ');
  if (!awaits.startsWith(ofFlow) || end < 0) return null;
  return { flow: awaits.slice(ofFlow.length, end), key: awaits.slice(end + 1) };
}

/** `message` is the code: whoever shows a problem to people makes its sentences with `tellProblem`. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly code: string;
  readonly params: Params;
  readonly connection: string | undefined;
  readonly retryAt: number | undefined;
  readonly awaits: string | undefined;
  readonly told: Told | undefined;

  constructor(data: ProblemData, options?: ErrorOptions) {
    super(data.code, options);
    this.kind = data.kind;
    this.code = data.code;
    this.params = data.params;
    this.connection = data.connection;
    this.retryAt = data.retryAt;
    this.awaits = data.awaits;
    this.told = data.told;
  }

  toData(): ProblemData {
    const { kind, code, params, connection, retryAt, awaits, told } = this;
    return {
      ...{ kind, code, params, connection, retryAt },
      ...(awaits === undefined ? {} : { awaits }),
      ...(told === undefined ? {} : { told }),
    };
  }
}

/** A problem of a code that the catalogue knows, with the params that its sentences need. */
export function problem<Code extends ProblemCode>(
  kind: ProblemKind,
  code: Code,
  params: ProblemParams<Code>,
  more: Pick<ProblemData, 'connection' | 'retryAt' | 'awaits'> & ErrorOptions = {},
): Problem {
  const { cause, ...rest } = more;
  return new Problem({ kind, code, params: params as Params, ...rest }, { cause });
}

/** A person must act. */
export function rejected<Code extends ProblemCode>(code: Code, params: ProblemParams<Code>): Problem {
  return problem('rejected', code, params);
}

/** Turns anything thrown into a problem; what is not one is a fault of Koppel's own, told without its details. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return problem('retry', 'internal_error', { name }, { cause: thrown });
}
