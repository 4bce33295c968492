import type { z } from 'zod';
import type { Account } from '../../connectors/contract/account.ts';
import type { Api, Query } from '../../connectors/contract/api.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { Path } from '../../connectors/contract/path.ts';
import { Problem, problem, rejected } from '../../records/problem.ts';
import { en, type IssueCode } from '../../texts/en.ts';
import type { Clock } from '../clock.ts';
import type { Authoriser } from '../connection/authoriser.ts';
import type { RateLimiter } from '../connection/rate-limit.ts';
import { type AnswerBody, readBody } from './answer-body.ts';
import { isAnswered, problemOfFailure, problemOfGarble, problemOfStatus, type Sent } from './call-problem.ts';
import type { Recorder } from './recorder.ts';
import { secretsOf } from './secrets.ts';

/** Longer than any call should take, shorter than any system's memory of a connection. */
const timeoutMs = 20_000;

export interface ApiParts {
  readonly connection: string;
  readonly connector: Connector;
  /** The connector's base address, as it stands in code or, for a developer, in BASE_URLS. */
  readonly baseUrl: string;
  readonly authoriser: Authoriser;
  readonly limiter: RateLimiter;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly account: () => Account;
}

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Query | undefined;
  readonly body?: unknown;
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
}

interface Answer extends AnswerBody {
  readonly status: number;
  readonly headers: Headers;
}

/** The `Api` of one connection for one task: every call in one way, every failure as a Problem. */
export class ApiClient implements Api {
  constructor(private readonly parts: ApiParts) {}

  get account(): Account {
    return this.parts.account();
  }

  now(): Date {
    return new Date(this.parts.clock.now());
  }

  async get<T>(path: Path | string, schema: z.ZodType<T>, query?: Query): Promise<T> {
    return this.#read({ method: 'GET', path: this.#text(path), query, repeatable: true }, schema);
  }

  async find<T>(path: Path | string, schema: z.ZodType<T>, query?: Query): Promise<T | null> {
    if (typeof path !== 'string' && path.text === null) return null;
    const call: Call = { method: 'GET', path: this.#text(path), query, repeatable: true };
    const answer = await this.#answer(call);
    return this.#isAbsent(answer) ? null : this.#parse(call, answer, schema);
  }

  /** A 404 can also mean that the whole account is not there: that says nothing of the record. */
  #isAbsent({ status, body }: Answer): boolean {
    return status === 404 && this.parts.connector.refusal(status, body).kind === undefined;
  }

  async create<T>(path: Path | string, body: unknown, schema: z.ZodType<T>): Promise<T> {
    return this.#read({ method: 'POST', path: this.#text(path), body, repeatable: false }, schema);
  }

  async update(path: Path | string, body: unknown): Promise<void> {
    const call: Call = { method: 'PUT', path: this.#text(path), body, repeatable: true };
    const answer = await this.#answer(call);
    if (!isAnswered(answer.status)) throw this.#refused(call, answer);
  }

  /** Throws `not_found` where an id cannot be a segment of a path. */
  #text(path: Path | string): string {
    const text = typeof path === 'string' ? path : path.text;
    if (text !== null) return text;
    throw rejected('not_found', { system: this.parts.connector.name, status: 404, said: '' });
  }

  async #read<T>(call: Call, schema: z.ZodType<T>): Promise<T> {
    return this.#parse(call, await this.#answer(call), schema);
  }

  #parse<T>(call: Call, answer: Answer, schema: z.ZodType<T>): T {
    if (!isAnswered(answer.status)) throw this.#refused(call, answer);
    if (answer.body === null) throw problemOfGarble(this.#sent(call));
    const result = schema.safeParse(answer.body);
    if (result.success) return result.data;
    const issue = result.error.issues[0];
    throw problem(
      // A create that was answered with success happened, whatever the answer looks like.
      call.repeatable ? 'rejected' : 'outcome-unknown',
      'unreadable',
      {
        system: this.parts.connector.name,
        method: call.method,
        path: call.path,
        field: issue?.path.join('.') ?? '',
        issue: issueCode(issue),
      },
      { connection: this.parts.connection },
    );
  }

  /** Reads are tried once more in place; anything else is the task's business. */
  async #answer(call: Call): Promise<Answer> {
    try {
      return await this.#attempt(call);
    } catch (error) {
      if (call.method !== 'GET' || !(error instanceof Problem) || error.kind !== 'retry' || error.retryAt)
        throw error;
      await this.parts.clock.sleep(250);
      return this.#attempt(call);
    }
  }

  async #attempt(call: Call): Promise<Answer> {
    const { authoriser, clock } = this.parts;
    const url = this.#url(call);
    const signed = { method: call.method, url: url.href, at: clock.now() };
    const answer = await this.#send(call, url, await this.#named(authoriser.authorisation(signed)));
    if (!this.#refusesToken(answer)) return this.#judge(call, answer);
    const renewed = await this.#named(authoriser.renewed(signed));
    return this.#judge(call, renewed === null ? answer : await this.#send(call, url, renewed));
  }

  /** The token service knows nothing of connections; without the name nobody would stop asking it. */
  async #named<T>(authorisation: Promise<T>): Promise<T> {
    try {
      return await authorisation;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      throw new Problem({ ...error.toData(), connection: this.parts.connection }, { cause: error.cause });
    }
  }

  #refusesToken(answer: Answer): boolean {
    if (answer.status !== 401) return false;
    return this.parts.connector.refusal(answer.status, answer.body).code === 'credentials_refused';
  }

  /** Success and 404 are for the caller to read; every other answer is thrown as a problem. */
  #judge(call: Call, answer: Answer): Answer {
    if (isAnswered(answer.status)) {
      if (!answer.isJson) throw problemOfGarble(this.#sent(call));
      return answer;
    }
    if (answer.status === 404) return answer;
    const problem = this.#refused(call, answer);
    if (answer.status === 429 && problem.retryAt) this.parts.limiter.pauseUntil(problem.retryAt);
    throw problem;
  }

  #refused(call: Call, answer: Answer): Problem {
    return problemOfStatus(this.#sent(call), answer, this.parts.clock.now());
  }

  #sent(call: Call): Sent {
    const { connection, connector, recorder } = this.parts;
    const { method, body, repeatable } = call;
    return { connection, connector, method, known: [body, ...recorder.known], repeatable };
  }

  async #send(call: Call, url: URL, authorisation: string): Promise<Answer> {
    const { limiter, recorder, connection, fetch } = this.parts;
    return limiter.run(async () => {
      recorder.calls++;
      const noted = { connection, method: call.method, path: `${url.pathname}${url.search}` };
      const sent = call.body === undefined ? {} : { sent: call.body };
      try {
        const answer = await this.#withinTime(async (signal) => {
          const response = await fetch(request(call, url, authorisation, signal));
          return {
            status: response.status,
            headers: response.headers,
            ...(await readBody(response, secretsOf(authorisation))),
          };
        });
        recorder.add({ ...noted, ...sent, status: answer.status, received: answer.shown });
        return answer;
      } catch (error) {
        recorder.add({ ...noted, ...sent, status: null });
        throw problemOfFailure(this.#sent(call), error);
      }
    });
  }

  /** Encoded by RFC 3986 throughout: a signature covers the query as it is sent (Magento sheet 2.2). */
  #url(call: Call): URL {
    const url = new URL(`${this.parts.baseUrl}${call.path}`);
    const pairs = Object.entries(call.query ?? {}).filter(([, value]) => value !== undefined);
    url.search = pairs.map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`).join('&');
    return url;
  }

  /** The time limit covers the answer's body too: half an answer is none. */
  async #withinTime<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    const { signal } = controller;
    const cancel = this.parts.clock.timer(timeoutMs, () =>
      controller.abort(new DOMException('timed out', 'TimeoutError')),
    );
    const over = new Promise<never>((_resolve, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason)),
    );
    try {
      return await Promise.race([work(signal), over]);
    } finally {
      cancel();
    }
  }
}

function request({ method, body }: Call, url: URL, authorisation: string, signal: AbortSignal): Request {
  const headers = { accept: 'application/json', authorization: authorisation };
  // A redirect could lead anywhere; none of these systems needs one.
  const always = { method, signal, redirect: 'manual' } as const;
  return body === undefined
    ? new Request(url, { ...always, headers })
    : new Request(url, {
        ...always,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
}

function encoded(text: string): string {
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, percent);
}

/** Wire schemas give a code as the message of what they check themselves. */
function issueCode(issue: z.core.$ZodIssue | undefined): IssueCode {
  if (issue !== undefined && Object.hasOwn(en.issues, issue.message)) return issue.message as IssueCode;
  return issue?.code === 'invalid_type' && issue.input === undefined ? 'missing' : 'not_as_expected';
}
