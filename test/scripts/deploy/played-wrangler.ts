import { appendFileSync, readFileSync } from 'node:fs';

export interface Binding {
  readonly type: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

export interface Worker {
  readonly versions: readonly { readonly id: string; readonly bindings: readonly Binding[] }[];
  readonly secrets: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  readonly config?: Readonly<Record<string, unknown>>;
}

export interface Account {
  readonly name: string;
  readonly workers: Record<string, Worker>;
  /** With the Worker that reads it. */
  readonly queues: Record<string, string | null>;
  readonly namespaces: { readonly id: string; readonly title: string }[];
}

/** What goes wrong with a command. */
export interface Failure {
  /** The command, as it begins; or the number of the call. */
  readonly of: string | number;
  times: number;
  /** Whether it is done, and only the answer is lost. */
  readonly after?: boolean;
  readonly words?: string;
  readonly code?: number;
}

/** What there is at Cloudflare, and what it was asked. */
export interface Cloud {
  loggedIn: boolean;
  next: number;
  readonly accounts: Record<string, Account>;
  failures: Failure[];
  readonly calls: { readonly args: readonly string[]; readonly account: string; readonly env: string }[];
}

export interface Answer {
  readonly code: number;
  readonly out: string;
  readonly errors: string;
}

interface Configuration {
  readonly name: string;
  readonly vars: Readonly<Record<string, string>>;
  readonly keep_vars?: boolean;
  readonly secrets: { readonly required: readonly string[] };
  readonly durable_objects: {
    readonly bindings: readonly { readonly name: string; readonly class_name: string }[];
  };
  readonly kv_namespaces: readonly { readonly binding: string; readonly id: string }[];
  readonly queues: {
    readonly producers: readonly { readonly binding: string; readonly queue: string }[];
    readonly consumers: readonly { readonly queue: string }[];
  };
  readonly ratelimits: readonly { readonly name: string }[];
  readonly send_email?: readonly { readonly name: string }[];
  readonly routes?: readonly { readonly pattern: string }[];
}

/**
 * Plays `wrangler`, for as much as `npm run deploy` asks of it, in the words of wrangler 4.156, which were recorded from it. It changes
 * what is at Cloudflare as that would.
 */
export function wrangler(cloud: Cloud, args: readonly string[], env: NodeJS.ProcessEnv): Answer {
  const account = env.CLOUDFLARE_ACCOUNT_ID ?? '';
  const command = args.filter((each) => !each.startsWith('-')).join(' ');
  const call = cloud.calls.push({ args, account, env: JSON.stringify(env) });
  const failure = cloud.failures.find(
    ({ of, times }) => times > 0 && (typeof of === 'number' ? of === call : command.startsWith(of)),
  );
  if (failure) failure.times--;
  if (failure && !failure.after) {
    return failure.words === undefined ? failed('fetch failed') : refused(failure.words, failure.code);
  }
  const [, work] = Object.entries(commands).find(([name]) => `${command} `.startsWith(`${name} `)) ?? [];
  const answer = work?.({ cloud, args, env, account }) ?? failed(`Unknown arguments: ${command}`);
  return failure ? failed('fetch failed') : answer;
}

interface Call {
  readonly cloud: Cloud;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly account: string;
}

const banner = '\n ⛅️ wrangler 4.156.2\n────────────────────\n';

function printed(out: string): Answer {
  return { code: 0, out: `${out}\n`, errors: '' };
}

function failed(title: string, ...lines: string[]): Answer {
  const head = `\u001b[31m✘ \u001b[41;31m[\u001b[41;97mERROR\u001b[41;31m]\u001b[0m \u001b[1m${title}\u001b[0m\n`;
  const log = '\n🪵  Logs were written to "/home/somebody/.config/.wrangler/logs/wrangler.log"';
  return { code: 1, out: '\n', errors: [head, ...lines.map((line) => `  ${line}`), log].join('\n') };
}

function refused(words: string, code = 10013): Answer {
  const bug =
    'If you think this is a bug, please open an issue at: https://github.com/cloudflare/workers-sdk/issues/new/choose';
  return failed('A request to the Cloudflare API (/accounts/…) failed.', `${words} [code: ${code}]`, '', bug);
}

function option({ args }: Call, name: string): string {
  return args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : '';
}

function own({ cloud, account }: Call): Account {
  const found = cloud.accounts[account];
  if (!found) throw new Error(`no account "${account}"`);
  return found;
}

function workerOf(call: Call): Worker | undefined {
  return own(call).workers[option(call, '--name')];
}

const commands: Readonly<Record<string, (call: Call) => Answer>> = {
  login: ({ cloud }) => {
    cloud.loggedIn = true;
    return printed('Successfully logged in.');
  },
  whoami: ({ cloud }) => {
    if (!cloud.loggedIn) return { code: 1, out: '\n{"loggedIn":false}\n', errors: '' };
    const accounts = Object.entries(cloud.accounts).map(([id, { name }]) => ({ id, name }));
    return printed(
      JSON.stringify({ loggedIn: true, authType: 'OAuth Token', email: 'm@example.com', accounts }, null, 4),
    );
  },
  'deployments status': (call) => {
    const worker = workerOf(call);
    if (!worker) return refused('This Worker does not exist on your account.', 10007);
    const id = worker.versions.at(-1)?.id;
    if (id === undefined) return failed(`The Worker ${option(call, '--name')} has no deployments.`);
    return printed(JSON.stringify({ id: 'd', versions: [{ version_id: id, percentage: 100 }] }, null, 2));
  },
  'versions view': (call) => {
    const version = workerOf(call)?.versions.find(({ id }) => call.args.includes(id));
    return printed(
      JSON.stringify({ id: version?.id, resources: { script: {}, bindings: version?.bindings } }, null, 2),
    );
  },
  'secret list': (call) =>
    printed(
      JSON.stringify(
        workerOf(call)?.secrets.map((name) => ({ name, type: 'secret_text' })),
        null,
        '  ',
      ),
    ),
  'queues info': (call) => {
    const [, , name = ''] = call.args;
    const { queues } = own(call);
    if (!Object.hasOwn(queues, name)) {
      return failed(`Queue "${name}" does not exist. To create it, run: wrangler queues create ${name}`);
    }
    const reader = queues[name];
    const readers = reader ? `\nConsumers: worker:${reader}` : '';
    return printed(
      `${banner}Queue Name: ${name}\nNumber of Producers: 0\nNumber of Consumers: ${reader ? 1 : 0}${readers}`,
    );
  },
  'queues create': (call) => {
    const [, , name = ''] = call.args;
    const { queues } = own(call);
    if (Object.hasOwn(queues, name)) return refused('Queue name already exists', 11009);
    queues[name] = null;
    return printed(`${banner}🌀 Creating queue '${name}'\n✅ Created queue '${name}'`);
  },
  'kv namespace list': (call) => printed(JSON.stringify(own(call).namespaces, null, 2)),
  'kv namespace create': (call) => {
    const [, , , title = ''] = call.args;
    const { namespaces } = own(call);
    if (namespaces.some((each) => each.title === title))
      return failed(`A KV namespace with the title "${title}" already exists.`);
    namespaces.push({ id: `kv${call.cloud.next++}`, title });
    return printed(`${banner}🌀 Creating namespace with title "${title}"\n✨ Success!`);
  },
  deploy,
};

function deploy(call: Call): Answer {
  const config = JSON.parse(readFileSync(option(call, '--config'), 'utf8')) as Configuration;
  const file = option(call, '--secrets-file');
  const given = (file === '' ? {} : JSON.parse(readFileSync(file, 'utf8'))) as Record<string, string>;
  const { workers, queues, namespaces } = own(call);
  const before: Worker = workers[config.name] ?? { versions: [], secrets: [] };
  const secrets = [...new Set([...before.secrets, ...Object.keys(given)])];
  const missing = config.secrets.required.filter((name) => !secrets.includes(name));
  if (missing.length > 0)
    return failed(`The following required secrets have not been set: ${missing.join(', ')}`);
  for (const { queue } of config.queues.consumers) {
    if (!Object.hasOwn(queues, queue)) return failed(`Queue "${queue}" does not exist.`);
    if (queues[queue] && queues[queue] !== config.name) return refused('Queue already has a consumer', 11004);
  }
  if (config.kv_namespaces.some(({ id }) => !namespaces.some((each) => each.id === id))) {
    return refused('KV namespace not found.', 10041);
  }
  const version = { id: `version-${call.cloud.next++}`, bindings: bindingsOf(config, before, secrets) };
  workers[config.name] = {
    versions: [...before.versions, version],
    secrets,
    values: { ...before.values, ...given },
    config: { ...config },
  };
  for (const { queue } of config.queues.consumers) queues[queue] = config.name;
  const [domain] = config.routes ?? [];
  const address = domain ? `${domain.pattern} (custom domain)` : `https://${config.name}.mugs.workers.dev`;
  const note = {
    type: 'deploy',
    version: 1,
    version_id: version.id,
    targets: [address, 'schedule: * * * * *'],
  };
  appendFileSync(call.env.WRANGLER_OUTPUT_FILE_PATH ?? '', `${JSON.stringify(note)}\n`);
  return printed(`${banner}Total Upload: 900.00 KiB / gzip: 250.00 KiB`);
}

function bindingsOf(config: Configuration, before: Worker, secrets: readonly string[]): Binding[] {
  const kept = config.keep_vars
    ? (before.versions.at(-1)?.bindings ?? []).filter(({ type }) => type === 'plain_text')
    : [];
  const vars = { ...Object.fromEntries(kept.map(({ name, text }) => [name, text])), ...config.vars };
  return [
    ...config.durable_objects.bindings.map((each) => ({ type: 'durable_object_namespace', ...each })),
    ...Object.entries(vars).map(([name, text]) => ({ type: 'plain_text', name, text })),
    ...secrets.map((name) => ({ type: 'secret_text', name })),
    ...config.kv_namespaces.map(({ binding, id }) => ({
      type: 'kv_namespace',
      name: binding,
      namespace_id: id,
    })),
    ...config.queues.producers.map(({ binding, queue }) => ({
      type: 'queue',
      name: binding,
      queue_name: queue,
    })),
    ...config.ratelimits.map((each) => ({ type: 'ratelimit', ...each })),
    ...(config.send_email ?? []).map((each) => ({ type: 'send_email', ...each })),
  ];
}
