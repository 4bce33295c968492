/**
 * The one error of Koppel. `kind` alone decides what the engine does; `code` is stable and documented
 * (docs/problems.md); `message` and `action` are for people and hold no personal data.
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
  readonly message: string;
  readonly action: string;
  /** The connection that it is about, by its name in the integration. */
  readonly connection?: string | undefined;
  /** Epoch milliseconds before which another try is useless. */
  readonly retryAt?: number | undefined;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly code: string;
  readonly action: string;
  readonly connection: string | undefined;
  readonly retryAt: number | undefined;

  constructor(data: ProblemData, options?: ErrorOptions) {
    super(data.message, options);
    this.kind = data.kind;
    this.code = data.code;
    this.action = data.action;
    this.connection = data.connection;
    this.retryAt = data.retryAt;
  }

  toData(): ProblemData {
    const { kind, code, message, action, connection, retryAt } = this;
    return { kind, code, message, action, connection, retryAt };
  }
}

/** A person must act. */
export function rejected(code: string, message: string, action: string): Problem {
  return new Problem({ kind: 'rejected', code, message, action });
}

/** Turns anything thrown into a problem; what is not one is a fault of Koppel's own, told without its details. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  return new Problem(
    {
      kind: 'retry',
      code: 'internal_error',
      message: `Koppel itself failed (${name}).`,
      action: 'It is tried again by itself; report it with the log line of this task if it stays.',
    },
    { cause: thrown },
  );
}
