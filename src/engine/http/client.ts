import type { z } from 'zod';
import type { Account } from '../../connectors/contract/account.ts';
import type {
  Answered,
  Api,
  CallOptions,
  CallRequest,
  ChangeOptions,
  Query,
} from '../../connectors/contract/api.ts';
import type { AccessToken, Headers as AuthHeaders } from '../../connectors/contract/auth.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { Path } from '../../connectors/contract/path.ts';
import type { Refusal } from '../../connectors/contract/refusal.ts';
import { Problem, problem } from '../../records/problem.ts';
import { en, type IssueCode } from '../../texts/en.ts';
import type { Clock } from '../clock.ts';
import type { Authorisation, Authoriser } from '../connection/authoriser.ts';
import type { Permits } from '../connection/permits.ts';
import { type AnswerBody, readBody } from './answer-body.ts';
import { addressOf, type Call, callOf, requestOf } from './call.ts';
import {
  isSuccess,
  problemOfAnswer,
  problemOfFailure,
  problemOfGarble,
  problemOfNoPath,
  type Sent,
} from './call-problem.ts';
import type { Recorder } from './recorder.ts';
import { withinTime } from './within-time.ts';

export interface ApiParts {
  readonly connection: string;
  readonly connector: Connector;
  /** Where paths begin: as the connector says or, for a developer, as BASE_URLS does. */
  readonly baseUrl: (token: AccessToken | null) => string;
  readonly authoriser: Authoriser;
  readonly permits: Permits;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly account: () => Account;
}

interface Answer extends AnswerBody, Answered<unknown> {
  /** What the connector read of it: null where it is no refusal, or one by its status alone. */
  readonly refusal: Refusal | null;
  /** Null where it is no refusal. */
  readonly problem: Problem | null;
}

/** How a call is sent, with what authorises it. */
interface Authorised {
  readonly address: string;
  readonly headers: AuthHeaders;
  readonly secrets: readonly string[];
}

const reading = { repeatable: true, reads: true };
const changing = { repeatable: true, reads: false };

/** The `Api` of one connection for one task: every call in one way, every failure as a Problem. */
export class ApiClient implements Api {
  constructor(private readonly parts: ApiParts) {}

  get account(): Account {
    return this.parts.account();
  }

  now(): Date {
    return new Date(this.parts.clock.now());
  }

  async get<T>(path: Path | string, schema: z.ZodType<T>, query?: Query, options?: CallOptions): Promise<T> {
    return this.#wanted(callOf('GET', path, reading, withQuery(query, options)), 'GET', schema);
  }

  async find<T>(
    path: Path | string,
    schema: z.ZodType<T>,
    query?: Query,
    options?: CallOptions,
  ): Promise<T | null> {
    const call = callOf('GET', path, reading, withQuery(query, options));
    if (call === null) return null;
    const answer = await this.#answer(call);
    return isAbsent(answer) ? null : this.#body(call, answer, schema);
  }

  async read<T>(
    path: Path | string,
    body: unknown,
    schema: z.ZodType<T>,
    options: CallOptions = {},
  ): Promise<T> {
    return this.#wanted(callOf('POST', path, { ...reading, body }, options), 'POST', schema);
  }

  async create<T>(
    path: Path | string,
    body: unknown,
    schema: z.ZodType<T>,
    options: CallOptions = {},
  ): Promise<T> {
    const how = { repeatable: false, reads: false, body };
    return this.#wanted(callOf('POST', path, how, options), 'POST', schema);
  }

  async update(path: Path | string, body: unknown, options: CallOptions = {}): Promise<void> {
    await this.#done(callOf('PUT', path, { ...changing, body }, options), 'PUT');
  }

  async patch(
    path: Path | string,
    body: unknown,
    { repeatable = true, ...options }: ChangeOptions = {},
  ): Promise<void> {
    await this.#done(callOf('PATCH', path, { repeatable, reads: false, body }, options), 'PATCH');
  }

  async delete(path: Path | string, { repeatable = true, ...options }: ChangeOptions = {}): Promise<void> {
    await this.#done(callOf('DELETE', path, { repeatable, reads: false }, options), 'DELETE');
  }

  async request<T>(
    { method, path, body, repeatable, ...options }: CallRequest,
    schema: z.ZodType<T>,
  ): Promise<Answered<T>> {
    const call = callOf(method, path, { repeatable, reads: method === 'GET', body }, options);
    const answer = await this.#done(call, method);
    const { status, headers } = answer;
    return { body: this.#parsed(answer.call, answer.body, schema), status, headers };
  }

  async #wanted<T>(call: Call | null, method: string, schema: z.ZodType<T>): Promise<T> {
    if (call === null) throw problemOfNoPath(this.#sent({ method, ...reading, body: undefined }));
    return this.#body(call, await this.#answer(call), schema);
  }

  async #done(call: Call | null, method: string): Promise<Answer & { readonly call: Call }> {
    if (call === null) throw problemOfNoPath(this.#sent({ method, ...reading, body: undefined }));
    const answer = await this.#answer(call);
    if (answer.problem !== null) throw answer.problem;
    return { ...answer, call };
  }

  #body<T>(call: Call, answer: Answer, schema: z.ZodType<T>): T {
    if (answer.problem !== null) throw answer.problem;
    if (answer.body === null) throw problemOfGarble(this.#sent(call));
    return this.#parsed(call, answer.body, schema);
  }

  #parsed<T>(call: Call, body: unknown, schema: z.ZodType<T>): T {
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    if (body === null) throw problemOfGarble(this.#sent(call));
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
        issue: issueCode(issue, body),
      },
      { connection: this.parts.connection },
    );
  }

  /**
   * Success and 404 are for the caller to read; every other answer is thrown as a problem. Reads are tried once more in
   * place; anything else is the task's business.
   */
  async #answer(call: Call): Promise<Answer> {
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
    const isTokenRefused = answer.status === 401 && answer.refusal?.code === 'credentials_refused';
    const renewed = isTokenRefused ? await this.#named(authoriser.renewed(authorisation)) : null;
    return this.#judged(call, renewed === null ? answer : await this.#send(call, renewed));
  }

  #judged(call: Call, answer: Answer): Answer {
    if (answer.problem !== null && answer.status !== 404) throw answer.problem;
    if (answer.problem === null && !answer.isJson) throw problemOfGarble(this.#sent(call));
    return answer;
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

  #sent({
    method,
    body,
    repeatable,
    reads,
  }: Pick<Sent, 'method' | 'repeatable' | 'reads'> & { body: unknown }): Sent {
    const { connection, connector, recorder } = this.parts;
    return { connection, connector, method, known: [body, ...recorder.known], repeatable, reads };
  }

  async #send(call: Call, authorisation: Authorisation): Promise<Answer> {
    const { permits, recorder, connection } = this.parts;
    const url = addressOf(call, this.parts.baseUrl(authorisation.token));
    // What authorises the call does not belong to it: it is noted without.
    const noted = {
      connection,
      method: call.method,
      path: `${url.pathname}${url.search}`,
      ...(call.body === undefined ? {} : { sent: call.body }),
    };
    const limited = { method: call.method, path: url.pathname, cost: call.cost ?? 1 };
    return permits.run(limited, async (heard) => {
      const request = await this.#authorised(call, url, authorisation);
      recorder.calls++;
      try {
        const answer = this.#read(call, await this.#fetch(call, request));
        recorder.add({ ...noted, status: answer.status, received: answer.shown });
        const isTooMuch = answer.problem?.code === 'rate_limited';
        heard(answer, (isTooMuch ? answer.problem?.retryAt : undefined) ?? null);
        return answer;
      } catch (error) {
        recorder.add({ ...noted, status: null });
        throw problemOfFailure(this.#sent(call), error);
      }
    });
  }

  async #authorised({ method, text }: Call, url: URL, authorisation: Authorisation): Promise<Authorised> {
    const address = withAuthorisation(url, authorisation.query);
    const at = this.parts.clock.now();
    const headers = await authorisation.headers({ method, url: address, body: text, at });
    return { address, headers, secrets: authorisation.secrets(headers) };
  }

  /** The time limit covers the answer's body too: half an answer is none. */
  async #fetch(call: Call, { address, headers, secrets }: Authorised) {
    const { clock, fetch } = this.parts;
    return withinTime(clock, async (signal) => {
      const response = await fetch(requestOf(call, address, headers, signal));
      const body = await readBody(response, secrets);
      return { status: response.status, headers: response.headers, ...body };
    });
  }

  /** The connector reads what may be told: a secret that the system repeats is masked by then. */
  #read(call: Call, answer: AnswerBody & Answered<unknown>): Answer {
    const { status, headers, shown } = answer;
    const refusal = this.parts.connector.readError({ status, headers, body: shown });
    if (refusal === null && isSuccess(status)) return { ...answer, refusal, problem: null };
    const now = this.parts.clock.now();
    return { ...answer, refusal, problem: problemOfAnswer(this.#sent(call), answer, refusal, now) };
  }
}

function withQuery(query: Query | undefined, options: CallOptions = {}): CallOptions {
  return query === undefined ? options : { ...options, query: { ...options.query, ...query } };
}

function withAuthorisation(url: URL, query: string): string {
  if (query === '') return url.href;
  const whole = new URL(url);
  whole.search = [url.search.slice(1), query].filter(Boolean).join('&');
  return whole.href;
}

/** A 404 can also mean that the whole account is not there: that says nothing of the record. */
function isAbsent({ status, refusal }: Answer): boolean {
  return status === 404 && refusal?.kind === undefined;
}

/** Wire schemas give a code as the message of what they check themselves. */
function issueCode(issue: z.core.$ZodIssue | undefined, body: unknown): IssueCode {
  if (issue !== undefined && Object.hasOwn(en.issues, issue.message)) return issue.message as IssueCode;
  const isMissing = issue?.code === 'invalid_type' && valueAt(body, issue.path) === undefined;
  return isMissing ? 'missing' : 'not_as_expected';
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
    body,
  );
}
