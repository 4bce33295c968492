import type { Connector } from '../../connectors/contract/connector.ts';
import { Problem, type ProblemKind, problem } from '../../records/problem.ts';
import type { ProblemCode } from '../../texts/en.ts';
import { retryAfterMs } from '../work/retry.ts';
import { scrub } from './scrub.ts';

/** A call, as far as its failure must be told. */
export interface Sent {
  readonly connection: string;
  readonly connector: Connector;
  readonly method: string;
  /** What the words of the answer must not repeat. */
  readonly known: unknown;
  readonly repeatable: boolean;
}

export function isAnswered(status: number): boolean {
  return status >= 200 && status < 300;
}

/** A refusal, by its status and the system's own words. */
export function problemOfStatus(
  sent: Sent,
  answer: { status: number; headers: Headers; body: unknown },
  now: number,
): Problem {
  const { connector, connection } = sent;
  const { status } = answer;
  const refusal = connector.refusal(status, answer.body);
  const byStatus = kindOfStatus(status, sent);
  // Whatever a failing system says of it, a create that it failed over may have happened.
  const kind = byStatus === 'outcome-unknown' ? byStatus : (refusal.kind ?? byStatus);
  const afterMs = retryAfterMs(answer.headers.get('retry-after'), now) ?? (status === 429 ? 2_000 : null);
  return new Problem({
    kind,
    code: refusal.code ?? codeOfStatus(status),
    params: {
      system: connector.name,
      status,
      said: scrub(refusal.said, sent.known),
      ...(refusal.advice === undefined ? {} : { advice: refusal.advice }),
    },
    connection,
    ...(afterMs === null ? {} : { retryAt: now + afterMs }),
  });
}

/** No answer, or half of one. Whether a create happened is then unknown. */
export function problemOfFailure(sent: Sent, error: unknown): Problem {
  if (error instanceof Problem) return error;
  const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
  return problem(
    sent.repeatable ? 'retry' : 'outcome-unknown',
    timedOut ? 'timed_out' : 'network_failed',
    { system: sent.connector.name },
    { connection: sent.connection, cause: error },
  );
}

/** Success with a body that is none: a gateway's page, half a JSON, nothing at all. */
export function problemOfGarble(sent: Sent): Problem {
  return problem(
    sent.repeatable ? 'retry' : 'outcome-unknown',
    'garbled',
    { system: sent.connector.name, method: sent.method },
    { connection: sent.connection },
  );
}

function kindOfStatus(status: number, { method, repeatable }: Sent): ProblemKind {
  if (status === 401 || status === 403) return 'auth';
  // Refused before it was done.
  if (status === 429 || status === 503) return 'retry';
  // Nothing in a read can be in conflict for long.
  if (status === 409 && method === 'GET') return 'retry';
  if (status >= 500 || status === 408 || status < 400) return repeatable ? 'retry' : 'outcome-unknown';
  return 'rejected';
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 401 || status === 403) return 'credentials_refused';
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'rate_limited';
  if (status >= 500 || status === 408) return 'server_error';
  if (status < 400) return 'unexpected_answer';
  return 'refused';
}
