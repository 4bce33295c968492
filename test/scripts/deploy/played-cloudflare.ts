import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { optionsFrom } from '../../../scripts/deploy/options.ts';
import type { Person } from '../../../scripts/deploy/ports.ts';
import { deploy } from '../../../scripts/deploy/run.ts';
import { Wrangler } from '../../../scripts/deploy/wrangler.ts';
import { type Account, type Binding, type Cloud, type Worker, wrangler } from './played-wrangler.ts';

export const mugs = 'a'.repeat(32);
export const tea = 'b'.repeat(32);

/** In this process, which is quicker. */
class PlayedWrangler extends Wrangler {
  readonly #cloud: Cloud;

  constructor(env: NodeJS.ProcessEnv, cloud: Cloud) {
    super(env);
    this.#cloud = cloud;
  }

  protected override async spawn(args: readonly string[], env: NodeJS.ProcessEnv) {
    return wrangler(this.#cloud, args, env);
  }
}

/** An account of Cloudflare that only wrangler is told of, and a shell in which somebody deploys to it. */
export class PlayedCloudflare {
  readonly folder = mkdtempSync(join(tmpdir(), 'played-cloudflare-'));
  readonly printed: string[] = [];
  /** What /health answers for the version that was uploaded last: null where nothing answers. */
  health: (version: string) => Response | null = (version) => Response.json({ ok: true, version });
  readonly asked: string[] = [];
  slept = 0;
  readonly cloud: Cloud = {
    loggedIn: true,
    next: 1,
    accounts: { [mugs]: { name: 'Mugs', workers: {}, queues: {}, namespaces: [] } },
    failures: [],
    calls: [],
  };

  /** `npm run deploy -- …`, where nobody can be asked unless there is a person. */
  async deploy(
    args: string,
    { person = null, env = {} }: { person?: Person | null; env?: NodeJS.ProcessEnv } = {},
  ): Promise<{ ok: boolean; text: string }> {
    const lines: string[] = [];
    const all: NodeJS.ProcessEnv = { HOME: this.folder, ...env };
    const ok = await deploy(optionsFrom(args.split(' ').filter(Boolean), all), {
      wrangler: new PlayedWrangler(all, this.cloud),
      person,
      isOwnBuild: all.WORKERS_CI === '1',
      isLogged: Boolean(all.CI),
      print: (line) => {
        lines.push(line);
        this.printed.push(line);
      },
      fetch: (async (url: string) => this.#answer(url)) as typeof fetch,
      sleep: async () => {
        this.slept++;
      },
    });
    return { ok, text: lines.join('\n') };
  }

  #answer(url: string): Response {
    this.asked.push(url);
    const { hostname } = new URL(url);
    const workers = Object.values(this.cloud.accounts).flatMap(({ workers: all }) => Object.entries(all));
    const found = workers.filter(
      ([name, { config }]) =>
        hostname === `${name}.mugs.workers.dev` ||
        JSON.stringify(config?.routes)?.includes(`"${hostname}"`) ||
        // A domain that it was given before stays its own.
        JSON.stringify(config?.vars)?.includes(`"https://${hostname}"`),
    );
    const [, worker] = found.find(([, { versions }]) => versions.at(-1)?.id.startsWith('version-')) ?? [];
    const answer = this.health(worker?.versions.at(-1)?.id ?? '');
    if (answer) return answer;
    throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENOTFOUND' } });
  }

  /** The commands since then that change something, without options. */
  changes(from = 0): string[] {
    const commands = this.cloud.calls
      .slice(from)
      .map(({ args }) => args.filter((each) => !each.startsWith('-')).join(' '));
    return commands
      .filter((each) =>
        /^(queues create|kv namespace create|deploy( |$)|secret (put|bulk|delete)|login)/.test(each),
      )
      .map((each) => each.replace(/ \S*\.json/g, ''));
  }

  get account(): Account {
    const account = this.cloud.accounts[mugs];
    if (account) return account;
    throw new Error('There is no account.');
  }

  worker(name = 'koppel', account = mugs): Worker | undefined {
    return this.cloud.accounts[account]?.workers[name];
  }

  /** Variables of the version that runs. */
  vars(name = 'koppel', account = mugs): Record<string, unknown> {
    const bindings = this.worker(name, account)?.versions.at(-1)?.bindings ?? [];
    return Object.fromEntries(
      bindings.filter(({ type }) => type === 'plain_text').map((each) => [each.name, each.text]),
    );
  }

  /** All that there is of Koppel, without what differs from time to time. */
  get whole(): unknown {
    const { accounts } = this.cloud;
    return Object.values(accounts).map(({ workers, queues, namespaces }) => ({
      queues,
      namespaces: namespaces.map(({ title }) => title),
      workers: Object.entries(workers).map(([name, { secrets }]) => ({
        name,
        secrets,
        vars: this.vars(name),
      })),
    }));
  }

  /** Files that wrangler was given and that are still there. */
  get leftBehind(): string[] {
    const files = this.cloud.calls.flatMap(({ args }) => args.filter((each) => each.endsWith('.json')));
    if (files.length === 0) throw new Error('wrangler was given no file.');
    return files.filter((file) => existsSync(file));
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Answers questions in turn, and notes them. */
export function personWho(...answers: unknown[]): Person & { questions: string[] } {
  const questions: string[] = [];
  const next = (question: string): unknown => {
    questions.push(question);
    if (answers.length === 0) throw new Error(`Nobody has an answer to: ${question}`);
    return answers.shift();
  };
  return {
    questions,
    confirm: async (question) => next(question) as boolean,
    ask: async (question, preset, objection) => {
      const answer = (next(question) ?? preset) as string;
      const wrong = objection(answer);
      if (wrong !== null) throw new Error(wrong);
      return answer;
    },
    choose: async (question, choices) => {
      const wanted = next(question) as string;
      const found = choices.find(({ name }) => name.includes(wanted));
      if (!found) throw new Error(`No choice "${wanted}" in ${choices.map(({ name }) => name).join('; ')}`);
      return found.value;
    },
  };
}

/** What the landed version of November 2026 ran with (commit e490501): one queue, and the namespace that wrangler made by itself. */
export function landed(
  changed: Record<string, string> = {},
): Pick<Account, 'workers' | 'queues' | 'namespaces'> {
  const vars = { JURISDICTION: 'eu', RUN_CALLS: '45', ...changed };
  const bindings: Binding[] = [
    { type: 'durable_object_namespace', name: 'INTEGRATIONS', class_name: 'IntegrationObject' },
    { type: 'durable_object_namespace', name: 'DIRECTORY', class_name: 'DirectoryObject' },
    ...Object.entries(vars).map(([name, text]) => ({ type: 'plain_text', name, text })),
    { type: 'secret_text', name: 'ADMIN_TOKEN' },
    { type: 'secret_text', name: 'ENCRYPTION_KEY' },
    { type: 'queue', name: 'WAKE', queue_name: 'koppel-wake' },
    { type: 'kv_namespace', name: 'SKUS', namespace_id: 'kv-of-november' },
    { type: 'ratelimit', name: 'LOGINS', namespace_id: '1001' },
  ];
  return {
    workers: {
      koppel: { versions: [{ id: 'november', bindings }], secrets: ['ADMIN_TOKEN', 'ENCRYPTION_KEY'] },
    },
    queues: { 'koppel-wake': 'koppel' },
    namespaces: [{ id: 'kv-of-november', title: 'koppel-skus' }],
  };
}
