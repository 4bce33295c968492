import type { Unstable_RawConfig as RawConfig } from 'wrangler';
import { type Wanted, wantedOf } from './configuration.ts';
import { type Deployed, deployedAs } from './deployed.ts';
import { domainObjection, nameObjection, nameOf, type Options } from './options.ts';
import type { Ports } from './ports.ts';
import { hasQueue, namespaces, type Place } from './resources.ts';
import { Stop } from './stop.ts';
import { type Account, type Where, whereIs } from './where.ts';

/** What is there, and what is to be: all that a deployment needs to know before it changes anything. */
export interface Survey {
  readonly account: Account;
  readonly deployed: Deployed;
  readonly options: Options;
  readonly wanted: Wanted;
  readonly isUpgrade: boolean;
  readonly missingQueues: readonly string[];
  /** Of its KV namespace; null where it is to be made. */
  readonly kvId: string | null;
  readonly missingSecrets: readonly string[];
}

/** Looks, and asks what only a person can say. Changes nothing. Throws Stop where a second, empty Koppel would come of it. */
export async function survey(base: RawConfig, given: Options, ports: Ports): Promise<Survey> {
  const { where, options } = await settled(base, given, ports);
  const { account, deployed } = where;
  const isUpgrade = deployed.kind === 'koppel';
  const bindings = deployed.kind === 'none' ? [] : deployed.bindings;
  const wanted = wantedOf(base, options, isUpgrade ? bindings : null);
  const place: Place = { ports, account: account.id };
  const missingQueues = [];
  for (const { queue } of wanted.queues) {
    const isBound = bindings.some(({ queue_name }) => queue_name === queue);
    if (!isBound && !(await hasQueue(queue, wanted.name, place))) missingQueues.push(queue);
  }
  const kvId =
    wanted.kvId ?? (await namespaces(place)).find(({ title }) => title === wanted.kvTitle)?.id ?? null;
  const missingSecrets = ['ADMIN_TOKEN', 'ENCRYPTION_KEY'].filter(
    (name) => !bindings.some((each) => each.name === name && each.type === 'secret_text'),
  );
  return { account, deployed, options, wanted, isUpgrade, missingQueues, kvId, missingSecrets };
}

async function settled(
  base: RawConfig,
  given: Options,
  ports: Ports,
): Promise<{ where: Where; options: Options }> {
  const name = nameOf(given, base.name);
  const where = await whereIs(name, given, ports);
  if (where.deployed.kind === 'other') {
    throw new Stop(
      `The name is taken: a Worker "${name}" that is not Koppel runs in the account "${where.account.name}". Take another name: --name.`,
    );
  }
  const isOwn = where.deployed.kind === 'koppel' || (where.deployed.kind === 'bare' && ports.isOwnBuild);
  if (isOwn) return { where, options: given };
  const others = given.isNew ? [] : await othersIn(where.account, name, ports);
  if (ports.person !== null) return asked(where, { ...given, name }, others, ports);
  if (given.isNew) return { where, options: given };
  const beside = others.map((other) => `"${other}" is one in this account: --name ${other} upgrades it.`);
  throw new Stop(
    `There is no Koppel "${name}" in the account "${where.account.name}". To make one there, with nothing in it yet: --new.`,
    beside,
  );
}

/** The Koppels of an account, found by the KV namespaces that bear their names. */
async function othersIn(account: Account, name: string, ports: Ports): Promise<string[]> {
  const place = { ports, account: account.id };
  const titles = (await namespaces(place)).map(({ title }) => /^(.+)-skus$/.exec(title)?.[1] ?? '');
  const koppels = [];
  for (const other of titles.filter((each) => each !== '' && each !== name).slice(0, 5)) {
    const deployed = await deployedAs(other, {
      wrangler: ports.wrangler,
      account: account.id,
      isOwnBuild: false,
    });
    if (deployed.kind === 'koppel') koppels.push(other);
  }
  return koppels;
}

async function asked(
  where: Where,
  given: Options & { name: string },
  others: readonly string[],
  ports: Ports,
) {
  const { person } = ports;
  if (person === null) throw new Stop('Nobody can be asked.');
  const { account } = where;
  const look = async (name: string): Promise<Where> => ({
    account,
    deployed: await deployedAs(name, { wrangler: ports.wrangler, account: account.id, isOwnBuild: false }),
  });
  if (others.length > 0) {
    const upgrade = await person.choose(
      `There is no Koppel "${given.name}" in the account "${account.name}", but others are.`,
      [
        ...others.map((other) => ({ name: `Upgrade "${other}", which keeps everything`, value: other })),
        { name: 'Make another one, with nothing in it yet', value: '' },
      ],
    );
    if (upgrade !== '') return { where: await look(upgrade), options: { ...given, name: upgrade } };
  }
  ports.print(`  There is no Koppel "${given.name}" in the account "${account.name}" yet: this makes one.`);
  const name = await person.ask('Its name', given.name, nameObjection);
  const there = name === given.name ? where : await look(name);
  if (there.deployed.kind === 'other')
    throw new Stop(`The name is taken: a Worker "${name}" that is not Koppel runs in this account.`);
  if (there.deployed.kind === 'koppel') return { where: there, options: { ...given, name } };
  const plan =
    given.plan ??
    (await person.choose('Your Cloudflare plan for Workers', [
      { name: 'Free: enough for a shop with 1,000 orders a day', value: 'free' as const },
      { name: 'Paid: catalogues and several shops go faster', value: 'paid' as const },
    ]));
  const domain =
    given.domain ??
    ((await person.ask(
      'A domain of yours for it, on this account (empty: an address of workers.dev)',
      '',
      (text) => domainObjection(text || undefined),
    )) ||
      undefined);
  return { where: there, options: { ...given, name, plan, domain } };
}
