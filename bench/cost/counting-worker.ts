/** Koppel itself, and around it what counts. Only `npm run cost` runs it. */
import type { BatchMessage, Env, WakeMessage } from '../../src/env.ts';
import koppel, {
  DirectoryObject as Directory,
  HouseObject as House,
  IntegrationObject as Integration,
} from '../../src/index.ts';
import { countStorage } from './counting-storage.ts';
import { Tally } from './tally.ts';

const tally = new Tally();
/** How far the clock was moved on. */
let offsetMs = 0;
/** Calls on objects, alarms included, that have not ended. */
let underWay = 0;

const trueNow = Date.now;
Date.now = () => trueNow() + offsetMs;

const trueFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  tally.add('calls');
  return trueFetch(input, init);
};

/** What an integration looks like from here, without a trace in the counts. */
export interface Rest {
  readonly open: number;
  readonly activity: number;
  /** Nothing is under way, and no alarm comes soon. */
  readonly still: boolean;
}

const soonMs = 5_000;

export class IntegrationObject extends Integration {
  readonly #exec: SqlStorage['exec'];

  constructor(context: DurableObjectState, env: Env) {
    const exec = context.storage.sql.exec.bind(context.storage.sql);
    countStorage(context.storage, 'integration', tally, () => offsetMs);
    super(context, countingEnv(env));
    this.#exec = exec;
  }

  async costRest(): Promise<Rest> {
    const alarmAt = await this.ctx.storage.getAlarm();
    const one = (query: string) => Number(this.#exec(query).toArray()[0]?.count ?? 0);
    return {
      open:
        one("SELECT count(*) AS count FROM tasks WHERE state IN ('queued', 'running', 'waiting')") +
        one('SELECT (SELECT count(*) FROM dirty) + (SELECT count(*) FROM batches) AS count'),
      activity: one('SELECT count(*) AS count FROM activity'),
      still: underWay === 0 && (alarmAt === null || alarmAt > Date.now() + soonMs),
    };
  }

  /** The alarm as it would go off now. */
  async costAlarm(): Promise<void> {
    await this.alarm();
  }

  /** As after ten quiet seconds: the next call finds nothing in memory. */
  costEvict(): void {
    this.ctx.abort('evicted');
  }
}

export class DirectoryObject extends Directory {
  constructor(context: DurableObjectState, env: Env) {
    countStorage(context.storage, 'directory', tally);
    super(context, env);
  }
}

export class HouseObject extends House {
  constructor(context: DurableObjectState, env: Env) {
    countStorage(context.storage, 'house', tally);
    super(context, env);
  }
}

countRequests(House.prototype, Object.getOwnPropertyNames(House.prototype));
countRequests(Integration.prototype, Object.getOwnPropertyNames(Integration.prototype));
countRequests(Directory.prototype, ['fetch']);

/** Every call on an object is a billed request; so is an alarm that goes off. */
function countRequests(prototype: object, names: readonly string[]): void {
  const methods = prototype as Record<string, unknown>;
  for (const name of names) {
    const method = methods[name];
    if (name === 'constructor' || typeof method !== 'function') continue;
    methods[name] = async function (this: unknown, ...values: unknown[]): Promise<unknown> {
      tally.add(name === 'alarm' ? 'alarms' : 'objectRequests');
      underWay += 1;
      try {
        return await method.apply(this, values);
      } finally {
        underWay -= 1;
      }
    };
  }
}

function countingEnv(env: Env): Env {
  const { SKUS, WAKE, BATCHES } = env;
  const skus = {
    get: (key: string, type: 'json') => {
      tally.add('kvReads');
      return SKUS.get(key, type);
    },
    put: (key: string, value: string, options?: KVNamespacePutOptions) => {
      tally.add('kvWrites');
      return SKUS.put(key, value, options);
    },
  };
  return { ...env, SKUS: skus as KVNamespace, WAKE: countingQueue(WAKE), BATCHES: countingQueue(BATCHES) };
}

function countingQueue<Message>(queue: Queue<Message>): Queue<Message> {
  const sendBatch = (messages: MessageSendRequest<Message>[]) => {
    tally.add('queueMessages', messages.length);
    return queue.sendBatch(messages);
  };
  return { sendBatch } as Queue<Message>;
}

export default {
  fetch: (request, env, context) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname.startsWith('/cost/')) return answer(pathname.slice(6), searchParams, env);
    tally.add('workerRequests');
    return koppel.fetch(request, countingEnv(env), context);
  },
  scheduled: (controller, env) => {
    tally.add('workerRequests');
    return koppel.scheduled(controller, countingEnv(env));
  },
  queue: (batch, env) => {
    tally.add('workerRequests');
    return koppel.queue(batch, countingEnv(env));
  },
} satisfies ExportedHandler<Env, WakeMessage | BatchMessage>;

async function answer(what: string, query: URLSearchParams, env: Env): Promise<Response> {
  const object = () =>
    env.INTEGRATIONS.getByName(query.get('integration') ?? '') as unknown as IntegrationObject;
  switch (what) {
    case 'counts':
      return Response.json(tally.take());
    case 'rest':
      return Response.json(await object().costRest());
    case 'alarm':
      await object().costAlarm();
      return new Response(null, { status: 204 });
    case 'evict':
      await Promise.resolve(object().costEvict()).catch(() => undefined);
      return new Response(null, { status: 204 });
    case 'pass':
      offsetMs += Number(query.get('ms'));
      return new Response(null, { status: 204 });
    default:
      return new Response(null, { status: 404 });
  }
}
