import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env, exports } from 'cloudflare:workers';
import type { ActivityView, IntegrationView, Page, TaskView } from '../../../src/engine/reporting/views.ts';
import { adminToken, type DocumentParts, integrationDocument } from '../../support/integration-document.ts';
import { type HookParts, signedHook } from '../../support/signed-hook.ts';
import { outside } from './outside.ts';
import { clock, minuteMs } from './virtual-clock.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** `{}` where it was no JSON. */
  readonly body: Record<string, unknown>;
}

export async function koppel(method: string, path: string, body?: unknown, headers = {}): Promise<Answer> {
  const response = await exports.default.fetch(
    new Request(`http://koppel${path}`, {
      method,
      headers: { authorization: `Bearer ${adminToken}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
  return readAnswer(response);
}

export async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : {},
  };
}

export function newId(): string {
  return `t-${crypto.randomUUID().slice(0, 12)}`;
}

/** Configured, its accounts read, its first poll done; the log of calls is empty. */
export async function startIntegration(parts: DocumentParts = {}): Promise<Subject> {
  const subject = new Subject(newId());
  const answer = await subject.configure(parts);
  if (answer.status !== 200) throw new Error(answer.text);
  await subject.settle();
  outside.clear();
  return subject;
}

/** One integration under test, from outside and from within. */
export class Subject {
  constructor(readonly id: string) {}

  /** A new one each time: a stub does not outlive its object's death. */
  get stub() {
    return env.INTEGRATIONS.getByName(this.id);
  }

  configure(parts: DocumentParts = {}): Promise<Answer> {
    return koppel('PUT', `/api/integrations/${this.id}`, integrationDocument(parts));
  }

  /** `path` from the integration on. */
  api(method: string, path = '', body?: unknown): Promise<Answer> {
    return koppel(method, `/api/integrations/${this.id}${path}`, body);
  }

  async view(): Promise<IntegrationView> {
    return JSON.parse((await this.api('GET')).text);
  }

  async sync(...keys: string[]): Promise<void> {
    const { status, text } = await this.api('POST', '/sync', { flow: 'orders', keys });
    if (status !== 200) throw new Error(text);
  }

  /** Newest first. */
  async tasks(): Promise<TaskView[]> {
    const page: Page<TaskView> = JSON.parse((await this.api('GET', '/tasks?limit=200')).text);
    return page.items;
  }

  async task(key: string): Promise<TaskView> {
    const task = (await this.tasks()).find((each) => each.key === key);
    if (task === undefined) throw new Error(`There is no task of ${key}.`);
    return task;
  }

  /** Newest first. */
  async activity(query = ''): Promise<ActivityView[]> {
    const page: Page<ActivityView> = JSON.parse((await this.api('GET', `/activity?limit=200${query}`)).text);
    return page.items;
  }

  /** A webhook of the shop about an order. */
  async hook(orderId: string, parts: HookParts = {}): Promise<Answer> {
    const { body, headers, query } = await signedHook(orderId, clock.now(), parts);
    return this.rawHook(body, `/hooks/${this.id}/shop?${new URLSearchParams(query)}`, headers);
  }

  /** A hook of any kind. */
  async rawHook(
    body: BodyInit,
    path = `/hooks/${this.id}/shop`,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const request = new Request(`http://koppel${path}`, { method: 'POST', headers, body });
    return readAnswer(await exports.default.fetch(request));
  }

  /** Rows of the object's own SQLite. */
  sql(query: string, ...bindings: (string | number | null)[]): Promise<Record<string, SqlStorageValue>[]> {
    return runInDurableObject(this.stub, (_, state) => state.storage.sql.exec(query, ...bindings).toArray());
  }

  /** Everything that it stores, by table. */
  async tables(): Promise<Record<string, Record<string, SqlStorageValue>[]>> {
    const tables: Record<string, Record<string, SqlStorageValue>[]> = {};
    const names = await this.sql(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'",
    );
    for (const { name } of names) tables[String(name)] = await this.sql(`SELECT * FROM "${name}"`);
    return tables;
  }

  async rowCounts(): Promise<Record<string, number>> {
    const tables = Object.entries(await this.tables());
    return Object.fromEntries(tables.map(([name, rows]) => [name, rows.length]));
  }

  alarmAt(): Promise<number | null> {
    return runInDurableObject(this.stub, (_, state) => state.storage.getAlarm());
  }

  /** One alarm, if it is due. */
  async run(): Promise<boolean> {
    const at = await this.alarmAt();
    return at !== null && at <= clock.now() && runDurableObjectAlarm(this.stub);
  }

  /** Moves time on to the next alarm, if it comes until then, and runs it. */
  async runNext(until: number): Promise<boolean> {
    const at = await this.alarmAt();
    if (at === null || at > until) return false;
    clock.pass(at - clock.now());
    return runDurableObjectAlarm(this.stub);
  }

  /** Alarm after alarm, until none comes for a while. Returns how many there were. */
  async settle(withinMs = 10 * minuteMs, mostRuns = 100): Promise<number> {
    const until = clock.now() + withinMs;
    for (let runs = 0; runs < mostRuns; runs++) if (!(await this.runNext(until))) return runs;
    throw new Error(`${this.id} does not come to rest.`);
  }

  evict(): Promise<void> {
    return evictDurableObject(this.stub);
  }

  /** Ends the object at once, whatever it is doing. */
  async die(): Promise<void> {
    await runInDurableObject(this.stub, (_, state) => state.abort('died')).catch(() => undefined);
  }

  /**
   * Runs the due alarm and lets the object die at its n-th outgoing call: before the system gets it, or after the
   * system has done it. Returns whether there was such a call.
   */
  async dieAtCall(number: number, when: 'before' | 'after'): Promise<boolean> {
    const state = { reached: false, over: false };
    outside.clear();
    outside.intercept = async (call, answer) => {
      if (call.number < number) return answer();
      if (when === 'after' && call.number === number) await answer();
      state.reached = true;
      return new Promise<Response>(() => undefined);
    };
    const run = this.run().then(
      () => undefined,
      () => undefined,
    );
    void run.then(() => {
      state.over = true;
    });
    await clock.until(() => state.reached || state.over);
    if (state.reached) await this.die();
    await run;
    outside.passOn();
    return state.reached;
  }
}
