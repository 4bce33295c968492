import type { Answered } from '../../connectors/contract/api.ts';
import type { AccessToken, Headers as AuthHeaders, SignedAnswer } from '../../connectors/contract/auth.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { Refusal } from '../../connectors/contract/refusal.ts';
import { Problem } from '../../records/problem.ts';
import type { Clock } from '../clock.ts';
import type { Authorisation, Authoriser } from '../connection/authoriser.ts';
import type { Permits } from '../connection/permits.ts';
import { type AnswerBody, readBody } from './answer-body.ts';
import { addressOf, type Call, requestOf } from './call.ts';
import {
  isSuccess,
  ofConnection,
  problemOfAnswer,
  problemOfFailure,
  problemOfGarble,
  type Sent,
} from './call-problem.ts';
import type { CallLog } from './recorder.ts';
import { withinTime } from './within-time.ts';

export interface TransportParts {
  readonly connection: string;
  readonly connector: Connector;
  /** Where paths begin: as the connector says or, for a developer, as BASE_URLS does. */
  readonly baseUrl: (token: AccessToken | null) => string;
  readonly authoriser: Authoriser;
  readonly permits: Permits;
  readonly recorder: CallLog;
  /** The flow that the calls are made for; left out for what belongs to none. */
  readonly flow?: string | undefined;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
}

export interface Answer extends AnswerBody, Answered<unknown> {
  /** What the connector read of it: null where it is no refusal, or one by its status alone. */
  readonly refusal: Refusal | null;
  /** Null when it is no refusal. */
  readonly problem: Problem | null;
}

/** Of a system's own words. The whole answer stands beside them. */
const maxSaid = 1_000;

type Attempted = Pick<Call, 'method' | 'body' | 'repeatable' | 'reads'>;

/** How a call is sent, with what authorises it. */
interface Authorised {
  readonly address: string;
  readonly headers: AuthHeaders;
  readonly secrets: readonly string[];
  readonly isOwnAnswer: (answer: SignedAnswer) => boolean;
}

/** Carries calls to a system and answers back: authorised, within the limits and in time, recorded, refusals as problems. */
export class Transport {
  constructor(private readonly parts: TransportParts) {}

  /**
   * Success and 404 are for the caller to read; every other answer is thrown as a problem. Reads are tried once more in
   * place; anything else is the task's business.
   */
  async answer(call: Call): Promise<Answer> {
    try {
      return await this.#attempt(call);
    } catch (error) {
      if (!call.reads || !(error instanceof Problem) || error.kind !== 'retry' || error.retryAt) throw error;
      await this.parts.clock.sleep(250);
      return this.#attempt(call);
    }
  }

  async #attempt(call: Call): Promise<Answer> {
    const { authoriser } = this.parts;
    const authorisation = await this.#named(authoriser.authorisation());
    const answer = await this.#send(call, authorisation);
    // Where a gateway may have said so, a create is not sent twice.
    const isTokenRefused =
      answer.status === 401 &&
      answer.problem?.code === 'credentials_refused' &&
      answer.problem.kind !== 'outcome-unknown';
    const renewed = isTokenRefused ? await this.#named(authoriser.renewed(authorisation)) : null;
    return this.#judged(call, renewed === null ? answer : await this.#send(call, renewed));
  }

  #judged(call: Call, answer: Answer): Answer {
    if (answer.problem !== null && answer.status !== 404) throw answer.problem;
    const isAnswer = answer.isOwn && this.#saysSomething(answer);
    if (answer.problem === null && !isAnswer) throw problemOfGarble(this.sent(call));
    return answer;
  }

  #saysSomething({ status, body, isJson }: Answer): boolean {
    const isEmpty = status === 200 && body === null;
    return isJson && !(isEmpty && this.parts.connector.alwaysAnswers === true);
  }

  /** The token service knows nothing of connections; without the name nobody would stop asking it. */
  async #named<T>(authorisation: Promise<T>): Promise<T> {
    try {
      return await authorisation;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw ofConnection(error, this.parts.connection);
    }
  }

  /** Describes a call for the problem of its failure. */
  sent({ method, body, repeatable, reads }: Attempted): Sent {
    const { connection, connector, recorder } = this.parts;
    return { connection, connector, method, known: [body, ...recorder.known], repeatable, reads };
  }

  async #send(call: Call, authorisation: Authorisation): Promise<Answer> {
    const { permits, recorder, connection, flow = null } = this.parts;
    const url = addressOf(call, this.parts.baseUrl(authorisation.token));
    // The record of the call leaves out what authorises it.
    const noted = {
      connection,
      method: call.method,
      path: `${url.pathname}${url.search}`,
      ...(call.reads && call.method !== 'GET' ? ({ reads: true } as const) : {}),
      ...(call.body === undefined ? {} : { sent: call.body }),
    };
    const limited = { method: call.method, path: url.pathname, cost: call.cost ?? 1, flow };
    return permits.run(limited, async (heard) => {
      const request = await this.#authorised(call, url, authorisation);
      recorder.count();
      try {
        const answer = this.#read(call, await this.#fetch(call, request));
        recorder.add({
          ...noted,
          status: answer.status,
          received: answer.shown,
          ...(answer.refusal && answer.refusal.said !== ''
            ? { said: answer.refusal.said.slice(0, maxSaid) }
            : {}),
        });
        const isTooMuch = answer.problem?.code === 'rate_limited';
        heard(answer, (isTooMuch ? answer.problem?.retryAt : undefined) ?? null);
        return answer;
      } catch (error) {
        // What a run may not send any more was not sent: nothing can have come of it.
        if (error instanceof Problem && error.code === 'run_spent') throw error;
        recorder.add({ ...noted, status: null });
        throw problemOfFailure(this.sent(call), error);
      }
    });
  }

  async #authorised({ method, text }: Call, url: URL, authorisation: Authorisation): Promise<Authorised> {
    const address = withAuthorisation(url, authorisation.query);
    const request = { method, url: address, body: text, at: this.parts.clock.now() };
    const headers = await authorisation.headers(request);
    return {
      ...{ address, headers, secrets: authorisation.secrets(headers) },
      isOwnAnswer: (answer) => authorisation.isOwnAnswer?.(request, answer) ?? true,
    };
  }

  /** The time limit covers the answer's body too: half an answer is none. */
  async #fetch(call: Call, { address, headers, secrets, isOwnAnswer }: Authorised) {
    const { clock, fetch } = this.parts;
    return withinTime(clock, async (signal) => {
      const response = await fetch(requestOf(call, address, headers, signal));
      const body = await readBody(response, secrets, (text) =>
        isOwnAnswer({ headers: response.headers, body: text }),
      );
      return { status: response.status, headers: response.headers, ...body };
    });
  }

  /** The connector reads the body after masking, so that it cannot repeat a secret. */
  #read(call: Call, answer: AnswerBody & Answered<unknown>): Answer {
    const { status, headers, shown } = answer;
    const refusal = this.#refusal({ status, headers, body: shown });
    if (refusal === null && isSuccess(status)) return { ...answer, refusal, problem: null };
    const now = this.parts.clock.now();
    return { ...answer, refusal, problem: problemOfAnswer(this.sent(call), answer, refusal, now) };
  }

  /** Returns null when the connector could not read the answer: then its status decides. */
  #refusal(answer: Answered<unknown>): Refusal | null {
    try {
      return this.parts.connector.readError(answer);
    } catch {
      return null;
    }
  }
}

function withAuthorisation(url: URL, query: string): string {
  if (query === '') return url.href;
  const whole = new URL(url);
  whole.search = [url.search.slice(1), query].filter(Boolean).join('&');
  return whole.href;
}
