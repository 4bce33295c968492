import { describe, expect, test } from 'vitest';
import { hourMs, minuteMs } from '../../support/durations.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

const redirectUri = 'https://koppel.example.com/oauth/callback';
const { shop, clientId, clientSecret } = credentials.shopify;

async function begin(own: object = { clientId, clientSecret, app: 'installed' }) {
  const played = await new PlayedSystems(hosts).configured({
    name: 'Access',
    connections: {
      shop: { connector: 'shopify', credentials: { shop, ...own } },
      books: { connector: 'jortt', credentials: credentials.jortt },
    },
    flows: [{ flow: 'orders', from: 'shop', to: 'books', every: '5m' }],
  });
  await played.live(minuteMs);
  const { url, verifier } = await played.integration.accessUrl('shop', redirectUri, 'state-1');
  const answer = await played.sandbox.handle('shopify', new Request(url));
  const back = new URL(answer.headers.get('location') ?? '');
  /** The browser comes back with this query. */
  const comeBack = (parameters: URLSearchParams, state = 'state-1') =>
    played.clock.settle(played.integration.takeAccess('shop', { parameters, redirectUri, state, verifier }));
  const codes = () => played.integration.reports.view().problems.map(({ code }) => code);
  return { played, url, back, comeBack, codes };
}

describe('access to a Shopify that a merchant gives', () => {
  test('is asked for at the shop, with every scope, and is told as missing until then', async () => {
    const { url, codes } = await begin();
    const { origin, pathname, searchParams } = new URL(url);
    expect(`${origin}${pathname}`).toBe(`https://${shop}/admin/oauth/authorize`);
    expect(searchParams.get('scope')?.split(',')).toContain('write_orders');
    expect(searchParams.get('redirect_uri')).toBe(redirectUri);
    expect(codes()).toContain('access_not_given');
  });

  test('is taken, ends the trouble, and is renewed for as long as the integration lives', async () => {
    const { played, back, comeBack, codes } = await begin();
    expect(`${back.origin}${back.pathname}`).toBe(redirectUri);
    await comeBack(back.searchParams);
    await played.live(minuteMs);
    expect(codes()).toEqual([]);
    await played.control('shopify', 'POST', '/orders', { profile: 'simple', count: 1 });
    await played.live(3 * hourMs);
    expect(codes()).toEqual([]);
    expect(played.tasks()).toHaveLength(1);
    const grants = played.sent.flatMap(({ body }) => /grant_type=(\w+)/.exec(body)?.[1] ?? []);
    expect(grants).toEqual(expect.arrayContaining(['authorization_code', 'refresh_token']));
  });

  test.each([
    ['without a signature', (each: URLSearchParams) => each.delete('hmac')],
    ['with a parameter that was not signed', (each: URLSearchParams) => each.set('code', 'stolen')],
    ['with one more', (each: URLSearchParams) => each.set('scope', 'write_everything')],
    ['from another shop', (each: URLSearchParams) => each.set('shop', 'other.myshopify.com')],
    ['with a signature that is none', (each: URLSearchParams) => each.set('hmac', 'zz')],
  ])('is not taken from an answer %s, and no code is used', async (_what, change) => {
    const { played, back, comeBack, codes } = await begin();
    change(back.searchParams);
    await expect(comeBack(back.searchParams)).rejects.toMatchObject({ code: 'access_not_given' });
    await played.live(minuteMs);
    expect(codes()).toContain('access_not_given');
    expect(played.sent.filter(({ body }) => body.includes('authorization_code'))).toEqual([]);
  });

  test('is not taken from the answer to another question, though the shop signed it', async () => {
    const { back, comeBack } = await begin();
    await expect(comeBack(back.searchParams, 'state-2')).rejects.toMatchObject({ code: 'access_not_given' });
    await expect(comeBack(back.searchParams)).resolves.toBeUndefined();
  });

  test('is asked for by nobody whose credentials suffice', async () => {
    await expect(begin({ clientId, clientSecret })).rejects.toMatchObject({
      data: { code: 'access_not_asked' },
    });
    await expect(begin({ token: credentials.shopify.token })).rejects.toMatchObject({
      data: { code: 'access_not_asked' },
    });
  });
});
