import type { Unstable_RawConfig as RawConfig } from 'wrangler';
import { developmentOnly } from '../../src/development-defaults.ts';
import type { Binding } from './deployed.ts';
import { nameOf, type Options } from './options.ts';
import { Stop } from './stop.ts';

/** A queue of wrangler.toml under the name that it has in this deployment. */
export interface QueueName {
  readonly binding: string;
  readonly queue: string;
}

/** What this deployment is to run with. */
export interface Wanted {
  readonly name: string;
  readonly queues: readonly QueueName[];
  /** The title of its KV namespace, by which it is found again. */
  readonly kvTitle: string;
  /** Its id, where it is known by what runs now. */
  readonly kvId: string | undefined;
  readonly vars: Readonly<Record<string, unknown>>;
  /** Variables that stay as they are although wrangler.toml says something else. */
  readonly kept: readonly string[];
}

/** Calls of a run: what the plan allows an invocation, less what alerts and the directory take. */
const runCalls = { free: '45', paid: '500' } as const;

/** What is said now goes before what runs, and that before wrangler.toml. `runs`: the bindings of the version that runs, if there is one. */
export function wantedOf(base: RawConfig, options: Options, runs: readonly Binding[] | null): Wanted {
  const name = nameOf(options, base.name);
  const isNamed = options.name !== undefined && options.name !== base.name;
  const running = runs ?? [];
  const [kv] = base.kv_namespaces ?? [];
  const bound = running.find((each) => each.type === 'kv_namespace' && each.name === kv?.binding);
  const vars = variables(base, options, runs);
  const isKept = (each: string) => {
    const said = base.vars?.[each];
    return said !== undefined && vars[each] !== said && !Object.hasOwn(asked(options), each);
  };
  return {
    name,
    queues: (base.queues?.producers ?? []).map(({ binding, queue = '' }) => ({
      binding,
      queue:
        running.find((each) => each.type === 'queue' && each.name === binding)?.queue_name ??
        (isNamed ? renamed(queue, base, name) : queue),
    })),
    kvTitle: `${name}-${(kv?.binding ?? '').toLowerCase()}`,
    kvId: bound?.namespace_id ?? kv?.id,
    vars,
    kept: Object.keys(vars).filter(isKept),
  };
}

function renamed(queue: string, { name: own = '' }: RawConfig, name: string): string {
  return queue.startsWith(`${own}-`) ? `${name}${queue.slice(own.length)}` : `${name}-${queue}`;
}

function asked({ plan, vars, domain }: Options): Record<string, string> {
  return {
    ...(plan === undefined ? {} : { RUN_CALLS: runCalls[plan] }),
    ...(domain === undefined ? {} : { PUBLIC_URL: `https://${domain}` }),
    ...vars,
  };
}

function variables(
  base: RawConfig,
  options: Options,
  runs: readonly Binding[] | null,
): Record<string, unknown> {
  const running = runs ?? [];
  const isSecret = (name: string) =>
    running.some((each) => each.type === 'secret_text' && each.name === name);
  const stay = running
    .filter(({ type }) => type === 'plain_text' || type === 'json')
    .map(({ name, text, json }) => [name, text ?? json] as const);
  const all = { ...base.vars, ...Object.fromEntries(stay), ...asked(options) };
  // Told before anything is uploaded: what runs goes on.
  const unusable = developmentOnly.find((name) => all[name as keyof typeof all]);
  if (unusable !== undefined) {
    throw new Stop(
      `${unusable} is for development and tests only, and this version does not start with it. Take it away from the Worker in Cloudflare's dashboard, and deploy again.`,
    );
  }
  const JURISDICTION = jurisdictionOf(base, options, runs);
  // What is kept as a secret stays one.
  return Object.fromEntries(
    Object.entries({ ...all, JURISDICTION }).filter(([name]) => !isSecret(name) || name === 'JURISDICTION'),
  );
}

/** It is part of the id of every object: with another one this Koppel would begin anew, empty. */
function jurisdictionOf(base: RawConfig, { jurisdiction }: Options, runs: readonly Binding[] | null): string {
  if (runs === null) return jurisdiction ?? String(base.vars?.JURISDICTION || 'eu');
  const now = runs.find(({ name }) => name === 'JURISDICTION');
  if (now?.type === 'secret_text') {
    throw new Stop(
      'JURISDICTION is a secret of this Worker, so nobody can read where its data is. Look into where it was set up, take the secret away (`npx wrangler secret delete JURISDICTION`), and deploy at once with what it said: --jurisdiction eu, or none where it was empty. With another one Koppel would begin anew, empty.',
    );
  }
  const where = now?.text || 'none';
  // A secret that was just taken away has left nothing behind: then it is the word of whoever deploys.
  if (now === undefined) {
    if (jurisdiction !== undefined) return jurisdiction;
    throw new Stop(
      'This Koppel does not say where its data is (JURISDICTION). Say it: --jurisdiction eu, or none where it always ran without. With another one than before Koppel would begin anew, empty.',
    );
  }
  if (jurisdiction !== undefined && jurisdiction !== where) {
    throw new Stop(
      `This Koppel's data is in the jurisdiction "${where}", and can never be moved: with "${jurisdiction}" it would begin anew, empty. Leave --jurisdiction out, or make another Koppel beside it: --name and --new.`,
    );
  }
  return where;
}

/** The configuration to deploy: wrangler.toml with the names of this deployment. */
export function configurationOf(
  base: RawConfig,
  wanted: Wanted,
  own: { account: string; kvId: string; domain: string | undefined; runs: readonly Binding[] | null },
): RawConfig {
  const running = own.runs ?? [];
  const [kv] = base.kv_namespaces ?? [];
  const names = new Map(
    (base.queues?.producers ?? []).map(({ queue }, index) => [queue, wanted.queues[index]?.queue]),
  );
  const queueOf = (queue: string | undefined) => names.get(queue) ?? queue ?? '';
  const mail = running.filter(({ type }) => type === 'send_email').map(({ type: _, ...binding }) => binding);
  return {
    ...base,
    name: wanted.name,
    account_id: own.account,
    vars: wanted.vars as NonNullable<RawConfig['vars']>,
    // Variables that were set on Cloudflare's pages meanwhile stay.
    keep_vars: true,
    kv_namespaces: [{ ...kv, binding: kv?.binding ?? '', id: own.kvId }],
    queues: {
      producers: (base.queues?.producers ?? []).map((each) => ({ ...each, queue: queueOf(each.queue) })),
      consumers: (base.queues?.consumers ?? []).map((each) => ({ ...each, queue: queueOf(each.queue) })),
    },
    ratelimits: (base.ratelimits ?? []).map((each) => ({
      ...each,
      namespace_id:
        running.find(({ type, name }) => type === 'ratelimit' && name === each.name)?.namespace_id ??
        rateLimitOf(each.namespace_id, base, wanted),
    })),
    ...(mail.length === 0 || base.send_email
      ? {}
      : { send_email: mail as NonNullable<RawConfig['send_email']> }),
    ...(own.domain === undefined ? {} : { routes: [{ pattern: own.domain, custom_domain: true }] }),
    // A domain of before stays; without routes wrangler would open a second address beside it.
    ...(isOwnDomain(wanted.vars.PUBLIC_URL) ? { workers_dev: false } : {}),
    // Cloudflare takes no version without them.
    secrets: { required: ['ADMIN_TOKEN', 'ENCRYPTION_KEY'] },
  };
}

/** Whether Koppel is at a domain of its owner, and not at the one that Cloudflare gives. */
export function isOwnDomain(address: unknown): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  return !new URL(address).hostname.endsWith('.workers.dev');
}

/** Workers of one account that count under the same number count together. */
function rateLimitOf(number: string, { name: own }: RawConfig, { name }: Wanted): string {
  if (name === own) return number;
  let sum = 0;
  for (const character of name) sum = (sum * 31 + character.charCodeAt(0)) % 1_000_000;
  return String(10_000 + sum);
}
