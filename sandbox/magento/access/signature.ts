import { base64, hmac } from '../../kit/access/hmac.ts';
import { baseString, type Pair, queryPairs, signingKey } from '../../kit/access/oauth1.ts';
import type { MagentoSettings } from '../settings.ts';
import { refused } from './refusals.ts';

/** What follows the word `OAuth` in a header. */
export type Given = ReadonlyMap<string, string>;

interface Secrets {
  readonly consumer: string;
  /** Empty where there is no token yet. */
  readonly token: string;
}

/** Under which the sandbox mounts this system. */
const mount = '/magento';
const formType = 'application/x-www-form-urlencoded';

/** Throws a `Refusal` for a signature that is none of this request (sheet 2.2). */
export async function checkSignature(
  request: Request,
  given: Given,
  secrets: Secrets,
  settings: MagentoSettings,
): Promise<void> {
  const { search, pathname } = new URL(request.url);
  if (settings.encodedPathsBreakSignatures && pathname.includes('%')) throw wrongSignature();
  const own: Pair[] = [...given].filter(([name]) => name !== 'oauth_signature' && name !== 'realm');
  const pairs = [...own, ...queryPairs(search), ...(await formPairs(request))];
  const key = signingKey(secrets.consumer, secrets.token);
  const signatures = await Promise.all(
    addresses(request, settings).map(async (url) =>
      base64(await hmac('SHA-256', key, baseString(request.method, url, pairs))),
    ),
  );
  if (!signatures.includes(given.get('oauth_signature') ?? '')) throw wrongSignature();
}

/** Of a form, and of no other body. The protocol's own names count in the header only (M233 Request helper). */
async function formPairs(request: Request): Promise<Pair[]> {
  if (!request.headers.get('Content-Type')?.startsWith(formType)) return [];
  return [...new URLSearchParams(await request.clone().text())].filter(
    ([name]) => !name.startsWith('oauth_'),
  );
}

/**
 * A shop checks the signature over its own address. This one accepts its configured address, the address that was called,
 * and that address with the sandbox's prefix, which has been removed from the request.
 */
function addresses(request: Request, settings: MagentoSettings): string[] {
  const { origin, pathname } = new URL(request.url);
  const own = settings.baseUrl.replace(/\/$/, '');
  return [...new Set([`${own}${pathname}`, `${origin}${pathname}`, `${origin}${mount}${pathname}`])];
}

function wrongSignature() {
  return refused('The signature is invalid. Verify and try again.');
}
