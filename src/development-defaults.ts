import type { Env } from './env.ts';
import { type SetUpFault, setUpFault } from './records/set-up-fault.ts';

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
export function isOnCloudflare({ INTEGRATIONS }: Env): boolean {
  try {
    INTEGRATIONS.jurisdiction('eu');
    return true;
  } catch {
    return false;
  }
}

/**
 * Returns why objects cannot be reached with this JURISDICTION, or null when they can. Its value is part of every object's
 * id: with another one a deployment would begin anew, empty.
 */
export function jurisdictionObjection(env: Env): SetUpFault | null {
  const { JURISDICTION = '' } = env;
  if (!isOnCloudflare(env)) {
    if (JURISDICTION === '' || JURISDICTION === 'none') return null;
    return setUpFault('no_jurisdictions', {});
  }
  if (jurisdictions.includes(JURISDICTION)) return null;
  return JURISDICTION === ''
    ? setUpFault('jurisdiction_missing', {})
    : setUpFault('jurisdiction_unknown', { values: jurisdictions });
}

/** Returns which default of development a deployment runs on, or null. */
export function developmentDefault(env: Env): SetUpFault | null {
  if (!isOnCloudflare(env)) return null;
  for (const name of developmentOnly) {
    if (env[name]) return setUpFault('development_only', { name });
  }
  for (const name of ['ADMIN_TOKEN', 'ENCRYPTION_KEY'] as const) {
    if (published.has((env[name] ?? '').trim())) {
      return setUpFault('published', { name });
    }
  }
  return null;
}
