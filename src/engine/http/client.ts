import type { z } from 'zod';
import type { Account } from '../../connectors/contract/account.ts';
import type {
  Answered,
  Api,
  CallOptions,
  CallRequest,
  ChangeOptions,
  Method,
  Query,
} from '../../connectors/contract/api.ts';
import type { Path } from '../../connectors/contract/path.ts';
import { problem } from '../../records/problem.ts';
import { en, type IssueCode } from '../../texts/en.ts';
import { type Call, callOf } from './call.ts';
import { problemOfGarble, problemOfNoPath } from './call-problem.ts';
import { idsOf, SearchRecorder } from './search-recorder.ts';
import { type Answer, Transport, type TransportParts } from './transport.ts';

export interface ApiParts extends TransportParts {
  readonly account: () => Account;
}

const forReading = { repeatable: true, reads: true };
const forChanging = { repeatable: true, reads: false };

/** The `Api` of one connection for one task: every call in one way, every failure as a Problem. */
export class ApiClient implements Api {
  readonly #transport: Transport;

  constructor(private readonly parts: ApiParts) {
    this.#transport = new Transport(parts);
  }

  get account(): Account {
    return this.parts.account();
  }

  /** Of the rows that a search is answered with, only those that it gives are kept in the record of the calls. */
  async search<Found>(work: (api: Api) => Promise<Found>): Promise<Found> {
    const recorder = new SearchRecorder(this.parts.recorder);
    let ids: ReadonlySet<string> = new Set();
    try {
      const found = await work(new ApiClient({ ...this.parts, recorder }));
      ids = idsOf(found);
      return found;
    } finally {
      recorder.end(ids);
    }
  }

  now(): Date {
    return new Date(this.parts.clock.now());
  }

  async get<T>(path: Path, schema: z.ZodType<T>, query?: Query, options?: CallOptions): Promise<T> {
    return this.#wanted(callOf('GET', path, forReading, withQuery(query, options)), 'GET', schema);
  }

  async find<T>(path: Path, schema: z.ZodType<T>, query?: Query, options?: CallOptions): Promise<T | null> {
    const call = callOf('GET', path, forReading, withQuery(query, options));
    if (call === null) return null;
    const answer = await this.#transport.answer(call);
    return isAbsent(answer) ? null : this.#body(call, answer, schema);
  }

  async read<T>(path: Path, body: unknown, schema: z.ZodType<T>, options: CallOptions = {}): Promise<T> {
    return this.#wanted(callOf('POST', path, { ...forReading, body }, options), 'POST', schema);
  }

  async create<T>(path: Path, body: unknown, schema: z.ZodType<T>, options: CallOptions = {}): Promise<T> {
    const how = { repeatable: false, reads: false, body };
    return this.#wanted(callOf('POST', path, how, options), 'POST', schema);
  }

  async update(path: Path, body: unknown, options: CallOptions = {}): Promise<void> {
    await this.#done(callOf('PUT', path, { ...forChanging, body }, options), 'PUT');
  }

  async patch(
    path: Path,
    body: unknown,
    { repeatable = true, ...options }: ChangeOptions = {},
  ): Promise<void> {
    await this.#done(callOf('PATCH', path, { repeatable, reads: false, body }, options), 'PATCH');
  }

  async delete(path: Path, { repeatable = true, ...options }: ChangeOptions = {}): Promise<void> {
    const call = this.#possible(callOf('DELETE', path, { repeatable, reads: false }, options), 'DELETE');
    const answer = await this.#transport.answer(call);
    if (answer.problem !== null && !(repeatable && isAbsent(answer))) throw answer.problem;
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

  async #wanted<T>(asked: Call | null, method: Method, schema: z.ZodType<T>): Promise<T> {
    const call = this.#possible(asked, method);
    return this.#body(call, await this.#transport.answer(call), schema);
  }

  async #done(asked: Call | null, method: Method): Promise<Answer & { readonly call: Call }> {
    const call = this.#possible(asked, method);
    const answer = await this.#transport.answer(call);
    if (answer.problem !== null) throw answer.problem;
    return { ...answer, call };
  }

  /** Throws `not_found` where an id in the path cannot be one. */
  #possible(call: Call | null, method: Method): Call {
    if (call !== null) return call;
    throw problemOfNoPath(this.#transport.sent({ method, ...forReading, body: undefined }));
  }

  #body<T>(call: Call, answer: Answer, schema: z.ZodType<T>): T {
    if (answer.problem !== null) throw answer.problem;
    if (answer.body === null) throw problemOfGarble(this.#transport.sent(call));
    return this.#parsed(call, answer.body, schema);
  }

  #parsed<T>(call: Call, body: unknown, schema: z.ZodType<T>): T {
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    if (body === null) throw problemOfGarble(this.#transport.sent(call));
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
}

function withQuery(query: Query | undefined, options: CallOptions = {}): CallOptions {
  return query === undefined ? options : { ...options, query: { ...options.query, ...query } };
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
