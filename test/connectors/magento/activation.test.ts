import { describe, expect, test } from 'vitest';
import type { AccessCall } from '../../../src/connectors/contract/activation.ts';
import { activation } from '../../../src/connectors/magento/activation.ts';
import { ActivatingShop } from '../../support/activating-shop.ts';

const address = 'https://shop.example.com/winkel';
const at = Date.parse('2026-03-02T12:00:00Z');

function activated(change: Readonly<Record<string, string>> = {}) {
  const shop = new ActivatingShop(address, () => at);
  const handover = activation.receive(new URLSearchParams(shop.activate(change)));
  return { shop, handover };
}

/** Carries a call to the shop, as the engine does. */
async function carried(shop: ActivatingShop, { url, sign }: AccessCall): Promise<Map<string, string>> {
  const headers = { ...sign({ method: 'POST', url, body: '', at }) };
  const answer = await shop.answer(new Request(url, { method: 'POST', headers }));
  const text = await answer.text();
  expect([answer.status, text]).toEqual([200, expect.any(String)]);
  return new Map(new URLSearchParams(text));
}

describe('what a shop sends when its admin activates the integration (sheet 2.3)', () => {
  test('has its address and the consumer’s keys', () => {
    const { shop, handover } = activated();
    const { consumerKey, consumerSecret } = shop.credentials;
    expect(handover?.credentials).toEqual({ address: `${address}/`, consumerKey, consumerSecret });
  });

  test.each(['store_base_url', 'oauth_verifier', 'oauth_consumer_key', 'oauth_consumer_secret'])(
    'is nothing without %s',
    (name) => {
      expect(activated({ [name]: '' }).handover).toBeNull();
    },
  );
});

test('the lasting token comes by two calls that the shop takes for signed: without a token, then with the passing one and the verifier', async () => {
  const { shop, handover } = activated();
  const calls: AccessCall[] = [];
  const rest = await handover?.complete(address, async (call) => {
    calls.push(call);
    return carried(shop, call);
  });
  expect(rest).toEqual({ accessToken: shop.given?.token, accessTokenSecret: shop.given?.secret });
  expect(shop.asked).toEqual(['POST /oauth/token/request', 'POST /oauth/token/access']);
  const headers = calls.map(
    ({ url, sign }) => sign({ method: 'POST', url, body: '', at }).authorization ?? '',
  );
  const own = headers.map((header) => header.match(/oauth_(?:token|verifier)=/g) ?? []);
  expect(own).toEqual([[], ['oauth_token=', 'oauth_verifier=']]);
  for (const header of headers) expect(header).toContain('oauth_signature_method="HMAC-SHA256"');
});

test('leads the browser back where the shop says', () => {
  expect(activation.back(new URLSearchParams({ success_call_back: 'https://a.example/x' }))).toBe(
    'https://a.example/x',
  );
  expect(activation.back(new URLSearchParams({ consumer_id: '3' }))).toBeNull();
});
