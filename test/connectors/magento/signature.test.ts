import OAuth from 'oauth-1.0a';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { SignableRequest } from '../../../src/connectors/contract/auth.ts';
import { magento } from '../../../src/connectors/magento/index.ts';

const credentials = {
  address: 'https://shop.example',
  storeCode: 'default',
  consumerKey: 'ckey0000000000000000000000000001',
  consumerSecret: 'csec0000000000000000000000000002',
  accessToken: 'atok0000000000000000000000000003',
  accessTokenSecret: 'asec0000000000000000000000000004',
};

async function header(
  method: string,
  path: string,
  nonce: string,
  timestamp: number,
): Promise<Map<string, string>> {
  vi.spyOn(OAuth.prototype, 'getNonce').mockReturnValue(nonce);
  const url = `${magento.baseUrl(credentials, null)}${path}`;
  return fieldsOf(await signed({ method, url, body: '', at: timestamp * 1000 }));
}

async function signed(request: SignableRequest): Promise<string> {
  const auth = magento.auth(credentials);
  if (auth.kind !== 'signer') throw new Error('it is not signed');
  return (await auth.sign(request)).authorization ?? '';
}

function fieldsOf(value: string): Map<string, string> {
  expect(value).toMatch(/^OAuth /);
  return new Map(
    [...value.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', field = '']) => [
      name,
      decodeURIComponent(field),
    ]),
  );
}

afterEach(() => vi.restoreAllMocks());

describe('the sheet’s test vectors (2.2)', () => {
  test('a search, its brackets, blanks and colons encoded once', async () => {
    const name = 'searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D';
    const query = [
      `${name}%5Bfield%5D=updated_at`,
      `${name}%5Bvalue%5D=2025-03-11%2009%3A00%3A00`,
      `${name}%5Bcondition_type%5D=gteq`,
      'searchCriteria%5BpageSize%5D=50',
    ].join('&');
    const fields = await header('GET', `/V1/orders?${query}`, 'Zk3q9Xn2Lw7Tb5Rc8Hd1Vf6Ys4Pg0MjA', 1741686000);
    expect(fields.get('oauth_signature')).toBe('DA8sYJ6vI/4lOD3BPjfDaifumxDIhsoFke7zKswa5s8=');
    expect([...fields.keys()].every((name) => name.startsWith('oauth_'))).toBe(true);
  });

  test('a create, whose body is not signed', async () => {
    const fields = await header(
      'POST',
      '/V1/order/58/invoice',
      'Aa1Bb2Cc3Dd4Ee5Ff6Gg7Hh8Ii9Jj0Kk',
      1741686060,
    );
    expect(fields.get('oauth_signature')).toBe('V0C22D/bm/pt8+pcE+3Oxwwk/f7crdF7l6AWckStnAE=');
    expect(fields.get('oauth_signature_method')).toBe('HMAC-SHA256');
    expect(fields.get('oauth_version')).toBe('1.0');
  });
});

test('every request has a nonce of its own, of 32 characters', async () => {
  const request = { method: 'GET', url: 'https://shop.example/rest/V1/modules', body: '', at: 0 };
  const headers = await Promise.all(Array.from({ length: 50 }, () => signed(request)));
  const nonces = headers.map((each) => fieldsOf(each).get('oauth_nonce'));
  expect(new Set(nonces).size).toBe(50);
  expect(nonces.every((nonce) => nonce?.length === 32)).toBe(true);
});
