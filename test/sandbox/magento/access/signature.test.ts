/** The worked examples of the sheet (2.2), against the caller's signature of these tests and against the shop's check. */
import { describe, expect, it } from 'vitest';
import { checkSignature } from '../../../../sandbox/magento/access/signature.ts';
import { magentoSettings } from '../../../../sandbox/magento/settings.ts';
import { authorization } from '../signing.ts';

const credentials = {
  consumerKey: 'ckey0000000000000000000000000001',
  consumerSecret: 'csec0000000000000000000000000002',
  token: 'atok0000000000000000000000000003',
  tokenSecret: 'asec0000000000000000000000000004',
};
const filter = 'searchCriteria%5Bfilter_groups%5D%5B0%5D%5Bfilters%5D%5B0%5D';
const query = `${filter}%5Bfield%5D=updated_at&${filter}%5Bvalue%5D=2025-03-11%2009%3A00%3A00&${filter}%5Bcondition_type%5D=gteq&searchCriteria%5BpageSize%5D=50`;

const examples = [
  {
    method: 'GET',
    url: `https://shop.example/rest/default/V1/orders?${query}`,
    nonce: 'Zk3q9Xn2Lw7Tb5Rc8Hd1Vf6Ys4Pg0MjA',
    timestamp: 1741686000,
    signature: 'DA8sYJ6vI/4lOD3BPjfDaifumxDIhsoFke7zKswa5s8=',
  },
  {
    method: 'POST',
    url: 'https://shop.example/rest/default/V1/order/58/invoice',
    nonce: 'Aa1Bb2Cc3Dd4Ee5Ff6Gg7Hh8Ii9Jj0Kk',
    timestamp: 1741686060,
    signature: 'V0C22D/bm/pt8+pcE+3Oxwwk/f7crdF7l6AWckStnAE=',
  },
];

function fieldsOf(header: string): Map<string, string> {
  const pairs = [...header.matchAll(/(\w+)="([^"]*)"/g)];
  return new Map(pairs.map(([, name = '', value = '']) => [name, decodeURIComponent(value)]));
}

describe.each(examples)('the example of a $method', ({ signature, ...example }) => {
  it('is signed so by the caller of these tests', async () => {
    const header = await authorization({ ...credentials, ...example });
    expect(fieldsOf(header).get('oauth_signature')).toBe(signature);
  });

  it('is what the shop takes, and no other', async () => {
    const check = async (given: string, change: Partial<typeof credentials> = {}) => {
      const body = example.method === 'POST' ? '{"items": []}' : undefined;
      const request = new Request(example.url, {
        method: example.method,
        ...(body === undefined ? {} : { body, headers: { 'Content-Type': 'application/json' } }),
      });
      const header = await authorization({ ...credentials, ...example, signature: given });
      const { consumerSecret: consumer, tokenSecret: token } = { ...credentials, ...change };
      return checkSignature(request, fieldsOf(header), { consumer, token }, magentoSettings.parse({}));
    };
    await expect(check(signature)).resolves.toBeUndefined();
    await expect(check(`A${signature.slice(1)}`)).rejects.toMatchObject({ status: 401 });
    await expect(check(signature, { tokenSecret: '' })).rejects.toMatchObject({ status: 401 });
  });
});
