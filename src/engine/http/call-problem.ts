import type { Answered } from '../../connectors/contract/api.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { Refusal } from '../../connectors/contract/refusal.ts';
import { withWords } from '../../records/own-words.ts';
import { Problem, type ProblemKind, problem } from '../../records/problem.ts';
import type { ProblemCode } from '../../texts/en.ts';
import { retryAfterMs } from './retry-after.ts';
import { codeIn, fieldsIn } from './system-codes.ts';
import { isTimeout } from './within-time.ts';

/** A call, as far as its failure must be told. */
export interface Sent {
  readonly connection: string;
  readonly connector: Connector;
  readonly method: string;
  /** What codes of the answer must not repeat. */
  readonly known: unknown;
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
  /** Whether it changes nothing. */
  readonly reads: boolean;
}

/** In the system's own form these say that a create was refused before it was done. */
const refusingStatuses: readonly number[] = [400, 401, 403, 404, 422, 429];

/** The pause of a system that refuses calls as too many and does not say for how long. */
const pauseMs = 2_000;

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

/**
 * A refusal, by the answer's status and the system's own code. `refusal` is what the connector read of it; null when it
 * read none, and the status alone says so.
 */
export function problemOfAnswer(
  sent: Sent,
  { status, headers, isJson = true }: Omit<Answered<unknown>, 'body'> & { readonly isJson?: boolean },
  refusal: Refusal | null,
  now: number,
): Problem {
  const { connector, connection } = sent;
  const code = refusal?.code ?? codeOfStatus(status);
  const kind = kindOf(sent, { status, code, isJson }, refusal);
  const afterMs =
    retryAfterMs(headers.get('retry-after'), now) ??
    refusal?.retryAfterMs ??
    (isAskedTooMuch(status, code) ? pauseMs : null);
  const told = new Problem({
    kind,
    code,
    params: {
      system: connector.name,
      status,
      ...toldOf(refusal, sent.known),
      ...(refusal?.advice === undefined ? {} : { advice: refusal.advice }),
      ...(code === 'conflict' && kind === 'rejected' ? { parked: true } : {}),
    },
    connection,
    ...(afterMs === null ? {} : { retryAt: now + afterMs }),
  });
  return withWords(told, refusal?.said ?? '');
}

/** What of a refusal may stand outside of the sealed activity. */
function toldOf(refusal: Refusal | null, known: unknown) {
  const systemCode = codeIn(refusal?.systemCode, known);
  const fields = fieldsIn(refusal?.fields, known);
  return { ...(systemCode === undefined ? {} : { systemCode }), ...(fields.length === 0 ? {} : { fields }) };
}

/** The problem with the connection that it is of. */
export function ofConnection(problem: Problem, connection: string): Problem {
  return problem.connection === undefined
    ? new Problem({ ...problem.toData(), connection }, { cause: problem.cause })
    : problem;
}

/** The problem of a path with an impossible id: there is no such record, and no call is made. */
export function problemOfNoPath(sent: Sent): Problem {
  return problem(
    'rejected',
    'not_found',
    { system: sent.connector.name, status: 404 },
    { connection: sent.connection },
  );
}

/** No answer, or half of one. Whether a create happened is then unknown. */
export function problemOfFailure(sent: Sent, error: unknown): Problem {
  if (error instanceof Problem) return error;
  return problem(
    sent.repeatable ? 'retry' : 'outcome-unknown',
    isTimeout(error) ? 'timed_out' : 'network_failed',
    { system: sent.connector.name },
    { connection: sent.connection, cause: error },
  );
}

/** A success whose body is not JSON: a gateway's page, half a document, nothing at all. */
export function problemOfGarble(sent: Sent): Problem {
  return problem(
    sent.repeatable ? 'retry' : 'outcome-unknown',
    'garbled',
    { system: sent.connector.name, method: sent.method },
    { connection: sent.connection },
  );
}

function isAskedTooMuch(status: number, code: ProblemCode): boolean {
  return status === 429 || code === 'rate_limited';
}

interface Verdict {
  readonly status: number;
  readonly code: ProblemCode;
  readonly isJson: boolean;
}

function kindOf(sent: Sent, verdict: Verdict, refusal: Refusal | null): ProblemKind {
  if (!sent.repeatable && !isProof(verdict, refusal)) return 'outcome-unknown';
  return refusal?.kind ?? kindOfStatus(verdict.status, sent.reads);
}

/**
 * Tells whether a create that is answered like this was not done. A gateway answers for itself: it says nothing of what
 * the system behind it did or is still doing. See docs/decisions/0003-writes-that-may-have-happened.md.
 */
function isProof({ status, code, isJson }: Verdict, refusal: Refusal | null): boolean {
  if (refusal === null) return false;
  const { kind, said, own = isJson && said !== '' } = refusal;
  const isNamed = kind === 'rejected' || kind === 'auth' || code === 'rate_limited';
  // Nobody takes a success or a failed server for a refusal, save by what the answer says.
  if (isSuccess(status)) return isNamed || kind === undefined;
  if (status >= 500) return isNamed;
  return own && (isNamed || refusingStatuses.includes(status));
}

function kindOfStatus(status: number, reads: boolean): ProblemKind {
  if (isSuccess(status)) return 'rejected';
  if (status === 401 || status === 403) return 'auth';
  // Nothing in a read can be in conflict for long.
  if (status === 409 && reads) return 'retry';
  if (status >= 500 || status === 408 || status === 429 || status < 400) return 'retry';
  return 'rejected';
}

function codeOfStatus(status: number): ProblemCode {
  if (isSuccess(status)) return 'refused';
  if (status === 401 || status === 403) return 'credentials_refused';
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate_limited';
  if (status >= 500 || status === 408) return 'server_error';
  if (status < 400) return 'unexpected_answer';
  return 'refused';
}
