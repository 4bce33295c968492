import { parseArgs } from 'node:util';
import { Stop } from './stop.ts';

/** What somebody says about a deployment beforehand; what is left open is asked in a terminal, or has a default. */
export interface Options {
  /** Id or name of the Cloudflare account. */
  readonly account?: string | undefined;
  /** Name of the Worker; its queues and its KV namespace bear it too. */
  readonly name?: string | undefined;
  /** The name that a build of Cloudflare's own deploys under: the queues of wrangler.toml are made already, under their names there. */
  readonly buildName?: string | undefined;
  readonly plan?: Plan | undefined;
  /** A domain of one's own, which must be in the same account. */
  readonly domain?: string | undefined;
  readonly jurisdiction?: string | undefined;
  /** Variables of the Worker that are to change. */
  readonly vars: Readonly<Record<string, string>>;
  /** Where new secrets are written; without one they are printed. */
  readonly secretsFile?: string | undefined;
  /** Secrets of somebody's own, for a Worker that has none yet. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Whether a Koppel may be made where there is none. */
  readonly isNew: boolean;
  /** Whether nothing is asked. */
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly help: boolean;
}

export type Plan = 'free' | 'paid';

export const usage = `npm run deploy -- [options]

Makes Koppel on your Cloudflare account, or upgrades it: what is there is found and kept.

  --dry-run              say what would be done; asks nobody and needs no account and no network
  --account ID or NAME   the Cloudflare account                         CLOUDFLARE_ACCOUNT_ID
  --name NAME            the Worker's name (koppel)                     KOPPEL_NAME
  --plan free|paid       your Cloudflare plan: how much a run may do    KOPPEL_PLAN
  --domain HOST          a domain of yours that is on this account      KOPPEL_DOMAIN
  --var NAME=VALUE       change a variable of the Worker; may be repeated
  --jurisdiction WHERE   eu, or none where a deployment always ran without     KOPPEL_JURISDICTION
  --secrets-file FILE    write new secrets to a new file and do not print them  KOPPEL_SECRETS_FILE
  --new                  make a Koppel where there is none, without asking      KOPPEL_NEW=1
  --yes                  ask nothing; without a terminal nothing is asked anyway

New secrets are made at random. To bring your own, set ADMIN_TOKEN and ENCRYPTION_KEY in the environment.`;

const flags = {
  account: { type: 'string' },
  name: { type: 'string' },
  plan: { type: 'string' },
  domain: { type: 'string' },
  jurisdiction: { type: 'string' },
  var: { type: 'string', multiple: true },
  'secrets-file': { type: 'string' },
  new: { type: 'boolean' },
  yes: { type: 'boolean', short: 'y' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads flags, and where there is none the environment. Throws Stop with a sentence that names what cannot be used. */
export function optionsFrom(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const given = parsed(args);
  const set = (name: string) => env[name] || undefined;
  const options: Options = {
    account: given.account ?? set('CLOUDFLARE_ACCOUNT_ID'),
    name: given.name ?? set('KOPPEL_NAME'),
    buildName: set('WRANGLER_CI_OVERRIDE_NAME'),
    plan: planOf(given.plan ?? set('KOPPEL_PLAN')),
    domain: given.domain ?? set('KOPPEL_DOMAIN'),
    jurisdiction: given.jurisdiction ?? set('KOPPEL_JURISDICTION'),
    vars: Object.fromEntries((given.var ?? []).map(variable)),
    secretsFile: given['secrets-file'] ?? set('KOPPEL_SECRETS_FILE'),
    secrets: secretsOf(env),
    isNew: given.new ?? env.KOPPEL_NEW === '1',
    yes: given.yes ?? false,
    dryRun: given['dry-run'] ?? false,
    help: given.help ?? false,
  };
  const objection =
    nameObjection(options.name) ?? domainObjection(options.domain) ?? jurisdictionObjection(options);
  if (objection !== null) throw new Stop(objection);
  return options;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, strict: true }).values;
  } catch (error) {
    throw new Stop(
      `${(error as Error).message.split('. ')[0]}. \`npm run deploy -- --help\` lists what there is.`,
    );
  }
}

function planOf(text: string | undefined): Plan | undefined {
  if (text === undefined || text === 'free' || text === 'paid') return text;
  throw new Stop(`--plan must be "free" or "paid"; it is "${text}".`);
}

/** What this Koppel is called. `own`: as wrangler.toml says. */
export function nameOf({ name, buildName }: Options, own: string | undefined): string {
  return name ?? buildName ?? own ?? 'koppel';
}

/** Returns why a Worker cannot have this name, and its queues, in a sentence, or null. */
export function nameObjection(name: string | undefined): string | null {
  if (name === undefined || /^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$/.test(name)) return null;
  return `A name has small letters, digits and dashes, 50 at most, and begins and ends with a letter or digit; it is "${name}".`;
}

/** Likewise of a domain. */
export function domainObjection(domain: string | undefined): string | null {
  if (domain === undefined || /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i.test(domain))
    return null;
  return `A domain looks like koppel.example.com, without https:// and without a path; it is "${domain}".`;
}

function jurisdictionObjection({ jurisdiction, vars }: Options): string | null {
  if (Object.hasOwn(vars, 'JURISDICTION')) return 'JURISDICTION has an option of its own: --jurisdiction.';
  const secret = ['ADMIN_TOKEN', 'ENCRYPTION_KEY'].find((name) => Object.hasOwn(vars, name));
  if (secret) return `${secret} is a secret: \`npx wrangler secret put ${secret}\`.`;
  const known = ['eu', 'us', 'fedramp', 'fedramp-high', 'none'];
  if (jurisdiction === undefined || known.includes(jurisdiction)) return null;
  return `--jurisdiction must be one of ${known.join(', ')}; it is "${jurisdiction}".`;
}

function variable(text: string): [string, string] {
  const [, name, value] = /^([A-Z][A-Z0-9_]*)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new Stop(`--var must be NAME=VALUE; it is "${text}".`);
  return [name, value];
}

/** Reads secrets of somebody's own. Throws Stop where one is given that the Worker would refuse; its value is not repeated. */
export function secretsOf({ ADMIN_TOKEN, ENCRYPTION_KEY }: NodeJS.ProcessEnv): Record<string, string> {
  if (ADMIN_TOKEN && ADMIN_TOKEN.length < 16) {
    throw new Stop('ADMIN_TOKEN must have 16 characters or more. `openssl rand -hex 24` makes one.');
  }
  if (ENCRYPTION_KEY && !isKey(ENCRYPTION_KEY.trim())) {
    throw new Stop('ENCRYPTION_KEY must be 32 bytes in base64. `openssl rand -base64 32` makes one.');
  }
  return { ...(ADMIN_TOKEN ? { ADMIN_TOKEN } : {}), ...(ENCRYPTION_KEY ? { ENCRYPTION_KEY } : {}) };
}

function isKey(text: string): boolean {
  return /^[\w+/-]{43}=?$/.test(text) && Buffer.from(text, 'base64url').length === 32;
}
