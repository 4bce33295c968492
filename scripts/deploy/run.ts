import { rmSync } from 'node:fs';
import { type Unstable_RawConfig as RawConfig, experimental_readRawConfig as readRawConfig } from 'wrangler';
import { configurationOf, isOwnDomain, type Wanted, wantedOf } from './configuration.ts';
import { deployedAs } from './deployed.ts';
import { checkHealth } from './health.ts';
import type { Options } from './options.ts';
import { planOf } from './plan.ts';
import type { Ports } from './ports.ts';
import { makeNamespace, makeQueue, type Place } from './resources.ts';
import { savedSecrets, saveSecrets, secrets, shown } from './secrets.ts';
import { Stop } from './stop.ts';
import { type Survey, survey } from './survey.ts';
import { type Uploaded, upload } from './upload.ts';

interface Step {
  readonly title: string;
  readonly run: () => Promise<void>;
}

/** Makes or upgrades a Koppel. Returns whether it is there and well; what went wrong is printed, with what was done and what is left. */
export async function deploy(options: Options, ports: Ports): Promise<boolean> {
  const done: string[] = [];
  let left: string[] = [];
  try {
    const base = readRawConfig({ config: 'wrangler.toml' }).rawConfig;
    if (options.dryRun) {
      print(ports, planOf(base, options, wantedOf(base, options, null), null));
      ports.print('Nothing was done: this is a dry run.');
      return true;
    }
    ports.print('Looking at what is there …');
    const found = await survey(base, options, ports);
    print(ports, planOf(base, found.options, found.wanted, found));
    const given = givenSecrets(found, ports);
    if (ports.person !== null && !(await ports.person.confirm(found.isUpgrade ? 'Upgrade it?' : 'Go on?'))) {
      ports.print('Nothing was done.');
      return false;
    }
    const steps = stepsOf(base, found, given, ports);
    left = steps.map(({ title }) => title);
    for (const { title, run } of steps) {
      await run();
      done.push(title);
      left = left.slice(1);
      ports.print(`  ✓ ${title}`);
    }
    return true;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    print(ports, told(error, done, left));
    return false;
  }
}

function print(ports: Ports, lines: readonly string[]): void {
  for (const line of lines) ports.print(line);
}

function told({ message, said }: Stop, done: readonly string[], left: readonly string[]): string[] {
  const began = done.length > 0 || left.length > 0;
  return [
    '',
    message,
    ...said.map((line) => `  | ${line}`),
    ...(began
      ? ['', `Done: ${done.join('; ') || 'nothing yet'}.`, `Left: ${left.join('; ')}.`]
      : ['', 'Nothing was changed.']),
    'Run `npm run deploy` again with the same options: it finds what is done, and goes on from there.',
  ];
}

/** Secrets of the Worker that are missing, as far as somebody has them. Throws Stop where new ones would do harm. */
function givenSecrets(
  { missingSecrets, options, isUpgrade, wanted }: Survey,
  ports: Ports,
): Record<string, string> {
  const saved = options.secretsFile === undefined ? null : savedSecrets(options.secretsFile);
  const all = { ...saved, ...options.secrets };
  const given = Object.fromEntries(Object.entries(all).filter(([name]) => missingSecrets.includes(name)));
  const lacking = missingSecrets.filter((name) => given[name] === undefined);
  if (isUpgrade && lacking.includes('ENCRYPTION_KEY')) {
    throw new Stop(
      `"${wanted.name}" has lost its ENCRYPTION_KEY, by which what it stored can be read. Set ENCRYPTION_KEY in the environment to the one of before and run this again. If nobody has it any more: to a new one (\`openssl rand -base64 32\`); then the credentials of every connection must be entered anew.`,
    );
  }
  if (lacking.length === 0) return given;
  if (saved !== null) {
    throw new Stop(
      `${options.secretsFile} is there and does not hold ${lacking.join(' and ')}. Give another file: --secrets-file.`,
    );
  }
  if (ports.isLogged && options.secretsFile === undefined) {
    throw new Stop(
      `What is printed here is kept, and new secrets would stand in it: ${lacking.join(' and ')}. Set them on the Worker (Settings, Variables and Secrets; \`npx wrangler secret put\`) or in the environment, or have them written to a file: --secrets-file.`,
    );
  }
  return given;
}

function stepsOf(base: RawConfig, found: Survey, given: Record<string, string>, ports: Ports): Step[] {
  const { account, wanted, options, missingQueues, missingSecrets } = found;
  const place: Place = { ports, account: account.id };
  let { kvId } = found;
  let uploaded: Uploaded = { version: null, address: null };
  const fresh = missingSecrets.length > 0;
  const made = madeSecrets(missingSecrets, given);
  const send = async (vars: Wanted['vars'], along: Record<string, string>) => {
    const own = { account: account.id, kvId: kvId ?? '', domain: options.domain, runs: bindingsOf(found) };
    uploaded = await upload(configurationOf(base, { ...wanted, vars }, own), along, place);
  };
  const { PUBLIC_URL } = wanted.vars;
  const address = () => String(isOwnDomain(PUBLIC_URL) ? PUBLIC_URL : (uploaded.address ?? PUBLIC_URL ?? ''));
  const isUntold = wanted.vars.PUBLIC_URL === undefined && !isSecret('PUBLIC_URL', found);
  return [
    ...missingQueues.map((queue) => ({ title: `queue ${queue} made`, run: () => makeQueue(queue, place) })),
    ...(kvId === null
      ? [
          {
            title: `KV namespace ${wanted.kvTitle} made`,
            run: async () => {
              kvId = await makeNamespace(wanted.kvTitle, place);
            },
          },
        ]
      : []),
    ...(Object.keys(made).length > 0
      ? [{ title: 'secrets made', run: async () => hand(made, options.secretsFile, ports) }]
      : []),
    {
      title: fresh ? 'Koppel uploaded, with its secrets' : 'Koppel uploaded',
      run: () =>
        send(wanted.vars, { ...given, ...made }).catch(async (error: unknown) => {
          throw Object.keys(made).length === 0 || !(error instanceof Stop)
            ? error
            : await withSecretsTold(error, found, ports);
        }),
    },
    ...(isUntold
      ? [
          {
            title: 'Koppel told its address',
            run: async () => {
              if (uploaded.address !== null) await send({ ...wanted.vars, PUBLIC_URL: uploaded.address }, {});
            },
          },
        ]
      : []),
    {
      title: 'Koppel answers that it is well',
      run: async () => {
        if (address() === '') {
          throw new Stop(
            'Koppel was uploaded, and wrangler told no address: workers.dev is switched off for it. Give a domain: --domain.',
          );
        }
        ports.print(`  … asking ${address()}/health`);
        await checkHealth(address(), uploaded.version, ports);
        print(ports, next(address(), found, made));
      },
    },
  ];
}

function bindingsOf({ deployed }: Survey) {
  return deployed.kind === 'koppel' ? deployed.bindings : null;
}

function isSecret(name: string, { deployed }: Survey): boolean {
  return (
    deployed.kind !== 'none' &&
    deployed.bindings.some((each) => each.name === name && each.type === 'secret_text')
  );
}

function madeSecrets(missing: readonly string[], given: Record<string, string>): Record<string, string> {
  const needed = secrets.filter(({ name }) => missing.includes(name) && given[name] === undefined);
  return Object.fromEntries(needed.map(({ name, make }) => [name, make()]));
}

/** Before they go anywhere, so that nothing is ever sealed with a key that nobody has a copy of. */
function hand(made: Record<string, string>, file: string | undefined, ports: Ports): void {
  if (file !== undefined) {
    saveSecrets(file, made);
    ports.print(`  New secrets are in ${file}. Keep them where you keep passwords.`);
    return;
  }
  print(ports, [
    '',
    '  New secrets. They are shown this once: keep them where you keep passwords.',
    ...shown(made),
    '',
  ]);
}

/** Whoever wrote new secrets down must know whether they count. */
async function withSecretsTold(
  error: Stop,
  { wanted, account, options }: Survey,
  ports: Ports,
): Promise<Stop> {
  const look = { wrangler: ports.wrangler, account: account.id, isOwnBuild: ports.isOwnBuild };
  const now = await deployedAs(wanted.name, look).catch(() => null);
  if (now === null)
    return new Stop(
      `${error.message}\nKeep the new secrets: whether they were stored, the next run tells.`,
      error.said,
    );
  const stored =
    now.kind !== 'none' &&
    now.bindings.some(({ name, type }) => name === 'ENCRYPTION_KEY' && type === 'secret_text');
  if (stored) return new Stop(`${error.message}\nThe new secrets were stored: keep them.`, error.said);
  if (options.secretsFile !== undefined) rmSync(options.secretsFile, { force: true });
  return new Stop(
    `${error.message}\nThe new secrets were not stored: forget them, the next run makes others.`,
    error.said,
  );
}

function next(address: string, { options, isUpgrade }: Survey, made: Record<string, string>): string[] {
  const token =
    made.ADMIN_TOKEN === undefined
      ? 'the ADMIN_TOKEN that you have'
      : options.secretsFile
        ? `the ADMIN_TOKEN in ${options.secretsFile}`
        : 'the ADMIN_TOKEN above';
  return [
    '',
    `Koppel ${isUpgrade ? 'was upgraded and ' : ''}runs at ${address}`,
    '',
    `  Open it, and log in with ${token}.`,
    ...(isUpgrade
      ? []
      : [
          '  "New link" connects a shop and its books. Nothing is booked before you let it go live.',
          '  Alerts, when an order needs you: docs/alerts.md',
        ]),
    '  To upgrade later: `git pull`, `npm ci` and `npm run deploy`.',
    '',
  ];
}
