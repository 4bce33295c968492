import { type Deployed, deployedAs } from './deployed.ts';
import type { Options } from './options.ts';
import type { Ports } from './ports.ts';
import { refusal } from './refusals.ts';
import { Stop } from './stop.ts';
import { jsonOf } from './wrangler.ts';

export interface Account {
  readonly id: string;
  readonly name: string;
}

/** Where Koppel is, or is to be. */
export interface Where {
  readonly account: Account;
  readonly deployed: Deployed;
}

/** So many accounts are looked through for a Koppel. */
const maxAccounts = 12;

/** The accounts of whoever is logged in. In a terminal it offers to log in. */
async function accountsOf({ wrangler, person, print }: Ports): Promise<readonly Account[]> {
  let asked = await wrangler.run(['whoami', '--json']);
  const isLoggedOut = !asked.ok && /"loggedIn": ?false/.test(asked.out);
  if (
    isLoggedOut &&
    person !== null &&
    (await person.confirm('You are not logged in to Cloudflare. Log in now, in the browser?'))
  ) {
    print('');
    if (await wrangler.logIn()) asked = await wrangler.run(['whoami', '--json']);
  }
  if (!asked.ok) throw refusal(asked, 'Asking Cloudflare who is logged in');
  return jsonOf<{ accounts?: Account[] }>(asked).accounts ?? [];
}

/**
 * The account, and what runs there under this name. Where Koppel runs in one of several accounts, that is the one: nobody who upgrades
 * gets a second, empty Koppel because another account was picked.
 */
export async function whereIs(name: string, options: Options, ports: Ports): Promise<Where> {
  const accounts = await accountsOf(ports);
  const look = async (account: Account): Promise<Where> => ({
    account,
    deployed: await deployedAs(name, {
      wrangler: ports.wrangler,
      account: account.id,
      isOwnBuild: ports.isOwnBuild,
    }),
  });
  if (options.account !== undefined) return look(named(options.account, accounts));
  const [only] = accounts;
  if (only === undefined) {
    throw new Stop(
      'This login lists no account. Say which one is meant: --account and its id, which stands in the address of every page of Cloudflare. Or log in again: `npx wrangler login`.',
    );
  }
  if (accounts.length === 1) return look(only);
  const list = accounts.map((each) => `${each.name} (${each.id})`);
  if (accounts.length > maxAccounts) {
    throw new Stop(`This login sees ${accounts.length} accounts. Say which one is meant: --account.`, list);
  }
  ports.print(`  Looking for "${name}" in ${accounts.length} accounts …`);
  const all = [];
  for (const account of accounts) all.push(await look(account));
  const found = all.filter(({ deployed }) => deployed.kind === 'koppel');
  const [one] = found;
  if (found.length === 1 && one) return one;
  const candidates = found.length > 1 ? found : all;
  if (ports.person === null) {
    throw new Stop(
      found.length > 1
        ? `A Koppel called "${name}" runs in ${found.length} of your accounts. Say which one is meant: --account.`
        : `This login sees ${accounts.length} accounts, and no Koppel called "${name}" in any. Say which one is meant: --account.`,
      candidates.map(({ account }) => `${account.name} (${account.id})`),
    );
  }
  const choices = candidates.map((each) => ({
    name: `${each.account.name} (${each.account.id})`,
    value: each,
  }));
  return ports.person.choose('Which Cloudflare account?', choices);
}

function named(text: string, accounts: readonly Account[]): Account {
  const same = (one: string) => one.toLowerCase() === text.toLowerCase();
  const found = accounts.filter(({ id, name }) => same(id) || same(name));
  if (found.length === 1 && found[0]) return found[0];
  // Some tokens may not list accounts.
  if (found.length === 0 && /^[0-9a-f]{32}$/i.test(text)) return { id: text, name: text };
  throw new Stop(
    found.length > 1
      ? `Several accounts are called "${text}". Give the id: --account.`
      : `This login sees no account "${text}". Log in as somebody who does (\`npx wrangler login\`), or give another one: --account.`,
    accounts.map(({ id, name }) => `${name} (${id})`),
  );
}
