import type { Unstable_RawConfig as RawConfig } from 'wrangler';
import type { Wanted } from './configuration.ts';
import type { Options } from './options.ts';
import { secrets } from './secrets.ts';
import type { Survey } from './survey.ts';

/** What would be done, or is about to be, in words. `found`: what was looked up; null where nothing was. */
export function planOf(base: RawConfig, options: Options, wanted: Wanted, found: Survey | null): string[] {
  return [
    '',
    `Koppel as "${wanted.name}"`,
    '',
    ...facts(options, wanted, found).map(([what, value]) => `  ${what.padEnd(12)} ${value}`),
    '',
    ...steps(base, options, wanted, found).map(
      (step, index) => `  ${String(index + 1).padStart(2)}. ${step}`,
    ),
    '',
  ];
}

function facts(options: Options, { name, vars, kept }: Wanted, found: Survey | null): [string, string][] {
  const { PUBLIC_URL, JURISDICTION, RUN_CALLS, ...others } = vars;
  const account =
    options.account ??
    'the one that you are logged in to; of several the one where Koppel runs, or --account';
  return [
    ['Account', found ? `${found.account.name} (${found.account.id})` : account],
    [
      'Address',
      String(PUBLIC_URL ?? `https://${name}.<your name at workers.dev>.workers.dev (another: --domain)`),
    ],
    ['Data', stays(String(JURISDICTION), found)],
    ['A run', `makes at most ${RUN_CALLS} calls (RUN_CALLS; the paid plan allows more: --plan paid)`],
    ...Object.entries(others).map(([each, value]): [string, string] => [each, JSON.stringify(value)]),
    ...kept.map((each): [string, string] => [
      'Stays',
      `${each}, though wrangler.toml says otherwise (to change it: --var ${each}=…)`,
    ]),
  ];
}

function stays(jurisdiction: string, found: Survey | null): string {
  const where =
    jurisdiction === 'none'
      ? 'in no jurisdiction (JURISDICTION=none)'
      : `in the jurisdiction "${jurisdiction}" (JURISDICTION)`;
  return found?.isUpgrade ? `${where}, as before` : `${where}, for good: it can never be changed afterwards`;
}

function steps(base: RawConfig, options: Options, wanted: Wanted, found: Survey | null): string[] {
  const unless = found ? '' : ', unless it is there';
  const queues = found ? found.missingQueues : wanted.queues.map(({ queue }) => queue);
  const needed = secrets.filter(({ name }) => found === null || found.missingSecrets.includes(name));
  const given = (name: string) => Object.hasOwn(options.secrets, name);
  const shownWhere = options.secretsFile ? `written to ${options.secretsFile}` : 'printed once';
  return [
    ...(found ? [] : [look(wanted)]),
    ...(found?.isUpgrade ? [keeps(found)] : []),
    ...queues.map((queue) => `make the queue ${queue}${unless} (wrangler queues create)`),
    ...(found?.kvId
      ? []
      : [`make the KV namespace ${wanted.kvTitle}${unless} (wrangler kv namespace create)`]),
    ...needed.map(
      ({ name, purpose }) =>
        `${given(name) ? `take the secret ${name} that you give` : `make the secret ${name}, at random, ${shownWhere}`}${unless}: it ${purpose}`,
    ),
    `upload Koppel${needed.length > 0 ? ' with its secrets' : ''} (wrangler deploy): ${parts(base)}`,
    ...(wanted.vars.PUBLIC_URL === undefined
      ? [
          `tell Koppel the address that Cloudflare gave it (PUBLIC_URL), with a second upload${found ? '' : ', unless it knows'}`,
        ]
      : []),
    'ask /health at that address until this version answers that it is well',
    'print the address, and what to do next',
  ];
}

function look({ name }: Wanted): string {
  return `see who is logged in (wrangler whoami), and look for a Worker "${name}": where there is one it is upgraded, and its data, secrets, queues, KV namespace and variables stay; where there is none, one is made (without a terminal only with --new)`;
}

function keeps({ wanted, missingQueues, missingSecrets }: Survey): string {
  const queues = wanted.queues.map(({ queue }) => queue).filter((queue) => !missingQueues.includes(queue));
  const names = secrets.map(({ name }) => name).filter((name) => !missingSecrets.includes(name));
  return `keep what is there: all data, ${[...queues, ...names].join(', ')}`;
}

function parts({ durable_objects, triggers }: RawConfig): string {
  const classes = (durable_objects?.bindings ?? []).map(({ class_name }) => class_name).join(', ');
  return `Durable Objects ${classes}; cron ${(triggers?.crons ?? []).join(', ')}`;
}
