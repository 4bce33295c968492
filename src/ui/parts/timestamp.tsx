import { isTimeZone } from '../../records/time-zone.ts';
import { zoneOfAccount } from '../account-zone.ts';
import { useTexts } from '../reader.ts';
import type { PageContext } from '../web-page.tsx';

const homeTimeZone = 'Europe/Amsterdam';

/**
 * On a page of a link that of its shop. Elsewhere, and while the shop's is not known, where the reader is, as Cloudflare knows it: without
 * a script a page cannot ask the browser. Shops here are European: another part of the world is where a network comes out, not where the
 * books are kept. Every page says at its foot which it is.
 */
export function timeZoneOf(context: PageContext): string {
  const account = zoneOfAccount(context);
  if (account !== undefined) return account;
  const zone = (context.req.raw.cf as { timezone?: unknown } | undefined)?.timezone;
  return typeof zone === 'string' && /^(Europe|Atlantic)\//.test(zone) && isTimeZone(zone)
    ? zone
    : homeTimeZone;
}

interface MomentParts {
  /** ISO 8601. */
  readonly at: string;
  readonly zone: string;
}

export function Timestamp({ at, zone }: MomentParts) {
  return (
    <time datetime={at} title={at}>
      {useTexts().figures.moment(at, zone)}
    </time>
  );
}
