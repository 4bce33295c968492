import { Stop } from './stop.ts';
import type { Ran } from './wrangler.ts';

/** What Cloudflare refuses, by what wrangler prints of it, and what to do then. */
const refusals: readonly (readonly [pattern: RegExp, sentence: (account: string) => string])[] = [
  [
    /set a CLOUDFLARE_API_TOKEN|not authenticated|not logged in|Did not login|"loggedIn": ?false|\[code: 9106\]|\[code: 6003\]/i,
    () =>
      'You are not logged in to Cloudflare. Run `npx wrangler login`, or set CLOUDFLARE_API_TOKEN to a token made with the template "Edit Cloudflare Workers" and, in addition, Queues: Edit.',
  ],
  [
    /connectivity issue|fetch failed|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|getaddrinfo/i,
    () => 'Cloudflare cannot be reached from here. Look at the network connection, a proxy or a firewall.',
  ],
  [
    /\[code: 100129\]|Queues are unavailable on the free plan/i,
    (account) =>
      `This account's plan has no Queues, which Koppel needs. Choose a Workers plan that has them: https://dash.cloudflare.com/${account}/workers/plans`,
  ],
  [
    /\[code: 11002\]|enable your account|not have Queues enabled/i,
    (account) =>
      `Queues are switched off in this account. Switch them on once: https://dash.cloudflare.com/${account}/workers/queues`,
  ],
  [
    /\[code: 10097\]|\[code: 10015\]|Durable Objects.{0,40}(plan|entitle)/is,
    (account) =>
      `This account's plan has no Durable Objects, in which Koppel keeps everything. Choose a Workers plan that has them: https://dash.cloudflare.com/${account}/workers/plans`,
  ],
  [
    /\[code: 10072\]|cron triggers?.{0,60}(limit|exceed)|exceed.{0,60}cron/is,
    (account) =>
      `This account has used up its cron triggers (five on the free plan), and Koppel needs one. Take one away from another Worker: https://dash.cloudflare.com/${account}/workers`,
  ],
  [
    /workers\/onboarding|\[code: 10063\]|register a workers\.dev subdomain/i,
    (account) =>
      `This account has no workers.dev address yet. Choose one once: https://dash.cloudflare.com/${account}/workers/onboarding (or give a domain of yours: --domain)`,
  ],
  [
    /\[code: 10034\]|verify your email/i,
    () =>
      'Cloudflare wants the e-mail address of this account verified first. Look for its mail, then go on.',
  ],
  [
    /\[code: 11004\]|already has a consumer|consumer already exists/i,
    () => 'One of the queues is read by another Worker. Take another name for this Koppel: --name.',
  ],
  [
    /required secrets have not been set/i,
    () => 'A secret is missing on the Worker, so nothing was uploaded.',
  ],
  [
    /\[code: 10000\]|\[code: 9109\]|\[code: 10001\]|Authentication error|not authori[sz]ed|permission/i,
    () =>
      'The login may not do this. With a token: it needs Workers Scripts: Edit, Workers KV Storage: Edit and Queues: Edit on this account (and Workers Routes: Edit for a domain). Otherwise ask whoever owns the account for the role "Workers Admin", or log in as somebody else: `npx wrangler login`.',
  ],
];

/** Whether it failed because there is no such Worker. */
export function isUnknownWorker({ errors }: Ran): boolean {
  return /\[code: 10007\]|\[code: 10090\]|Worker "[^"]*".{0,40}not found/s.test(errors);
}

export function hasNoDeployments({ errors }: Ran): boolean {
  return /has no deployments/.test(errors);
}

export function isUnknownQueue({ errors }: Ran): boolean {
  return /Queue "[^"]*" does not exist/.test(errors);
}

/** Whether what was to be made is there already. */
export function isThere({ errors }: Ran): boolean {
  return /\[code: 11009\]|\[code: 10014\]|already exists/.test(errors);
}

/** What wrangler failed at, in a sentence that says what to do, with its own words below. */
export function refusal(ran: Ran, doing: string, account = ''): Stop {
  const said = ownWords(ran);
  const known = refusals.find(([pattern]) => pattern.test(`${ran.errors}\n${ran.out}`));
  return new Stop(
    known ? known[1](account) : `${doing} failed, for a reason that Koppel does not know.`,
    said,
  );
}

/** Without what wrangler says to everybody. */
function ownWords({ errors, out }: Ran): string[] {
  const idle =
    /^(🪵|If you think this is a bug|To continue without logging in|Note that there is a newer|[─\s]*$)/u;
  return (errors.trim() || out)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !idle.test(line))
    .slice(0, 12);
}
