import type { Env } from './env.ts';

/** Where Cloudflare may keep Durable Objects. `none`: wherever they are first asked for. */
const jurisdictions = ['eu', 'us', 'fedramp', 'fedramp-high', 'none'];

/** For development and tests (CONTRIBUTING.md): with them Koppel would send credentials elsewhere, or give up too early on what was sent. */
export const developmentOnly = ['BASE_URLS', 'RATE_LIMITS', 'COMMIT_DELAYS'] as const;

/** Secrets that stand in Koppel's repository: of its tests and measurements. */
const published = new Set([
  'test-admin-token',
  'bench-admin-token-0001',
  'dGVzdC1rZXktdGVzdC1rZXktdGVzdC1rZXktdGVzdC0=',
  'bGFuZGVkLXN0b3JhZ2Utb2Ytbm92ZW1iZXItMjAyNiE=',
  'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=',
]);

/** Whether this runs on Cloudflare and not on somebody's machine: workerd by itself has no jurisdictions. */
function isOnCloudflare({ INTEGRATIONS }: Env): boolean {
  try {
    INTEGRATIONS.jurisdiction('eu');
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns why objects cannot be reached with this JURISDICTION, in a sentence, or null when they can. Its value is part of every object's
 * id: with another one a deployment would begin anew, empty.
 */
export function jurisdictionObjection(env: Env): string | null {
  const { JURISDICTION = '' } = env;
  if (!isOnCloudflare(env)) {
    if (JURISDICTION === '' || JURISDICTION === 'none') return null;
    return 'This machine has no jurisdictions: set JURISDICTION="none" in .dev.vars.';
  }
  if (jurisdictions.includes(JURISDICTION)) return null;
  return JURISDICTION === ''
    ? 'JURISDICTION is not set, so what Koppel stores would not stay in the EU. Set it to "eu" and deploy again; to "none" where this deployment has always run without one.'
    : `JURISDICTION must be one of ${jurisdictions.join(', ')}.`;
}

/** Returns which default of development a deployment runs on, in a sentence that says how to mend it and repeats no value, or null. */
export function developmentDefault(env: Env): string | null {
  if (!isOnCloudflare(env)) return null;
  for (const name of developmentOnly) {
    if (env[name]) return `${name} is for development and tests only. Take it away from this deployment.`;
  }
  for (const name of ['ADMIN_TOKEN', 'ENCRYPTION_KEY'] as const) {
    if (published.has((env[name] ?? '').trim())) {
      return `${name} is one that stands in Koppel's repository for everybody to read. Set another with \`wrangler secret put ${name}\`.`;
    }
  }
  return null;
}
