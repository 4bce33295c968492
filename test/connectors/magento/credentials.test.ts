import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { magento } from '../../../src/connectors/magento/index.ts';
import { issueOf } from '../../../src/mapping/issue.ts';

const bearer = { address: 'https://shop.example.com', accessToken: 'token' };
const signing = { consumerKey: 'key', consumerSecret: 'consumer', accessTokenSecret: 'tokens' };

function issues(credentials: unknown) {
  return magento.credentials
    .strict()
    .safeParse(credentials)
    .error?.issues.map(issueOf)
    .map(({ path, message }) => [path.join('.'), message]);
}

test('an access token alone is sent as a bearer', () => {
  expect(issues(bearer)).toBeUndefined();
  expect(magento.auth(bearer)).toEqual({ kind: 'headers', headers: { authorization: 'Bearer token' } });
});

test('with all four values every request is signed', () => {
  expect(issues({ ...bearer, ...signing })).toBeUndefined();
  expect(magento.auth({ ...bearer, ...signing })).toMatchObject({
    kind: 'signer',
    secrets: ['key', 'consumer', 'token', 'tokens'],
  });
});

describe('a value of the four that is missing', () => {
  test.each(['consumerKey', 'consumerSecret', 'accessTokenSecret'] as const)('is named: %s', (name) => {
    const { [name]: _, ...others } = signing;
    expect(issues({ ...bearer, ...others })).toEqual([
      [name, `is missing: signed requests need it beside ${Object.keys(others).join(' and ')}`],
    ]);
  });

  test('is named twice where two are', () => {
    expect(issues({ ...bearer, consumerKey: 'key' })?.map(([name]) => name)).toEqual([
      'consumerSecret',
      'accessTokenSecret',
    ]);
  });

  test('is the access token itself, whichever way', () => {
    expect(issues({ address: bearer.address, ...signing })?.map(([name]) => name)).toEqual(['accessToken']);
  });
});

describe('the address', () => {
  test('must be public, and is where the API is, in the scope of the store view', () => {
    expect(issues({ ...bearer, address: 'https://10.0.0.7' })).toEqual([
      ['address', 'must be an address on the public internet'],
    ]);
    expect(magento.baseUrl(bearer, null)).toBe('https://shop.example.com/rest');
    expect(magento.baseUrl({ ...bearer, address: 'https://a.example/shop', storeCode: 'nl_b2b' }, null)).toBe(
      'https://a.example/shop/rest/nl_b2b',
    );
  });

  test.each(['', 'nl/../all', 'a b', '1nl', 'all'])('takes no store view %j', (storeCode) => {
    expect(issues({ ...bearer, storeCode })?.map(([name]) => name)).toContain('storeCode');
  });
});

test('secrets are secret, and what is not known is refused', () => {
  const { properties } = z.toJSONSchema(magento.credentials);
  const secret = { secret: true };
  expect(properties).toMatchObject({
    accessToken: secret,
    consumerSecret: secret,
    accessTokenSecret: secret,
  });
  expect(properties?.consumerKey).not.toMatchObject(secret);
  expect(issues({ ...bearer, token: 'x' })).toHaveLength(1);
  expect(issues({ ...bearer, country: 'Nederland' })?.map(([name]) => name)).toEqual(['country']);
});
