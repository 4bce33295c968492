import { beforeEach, describe, expect, it } from 'vitest';
import { TestShop } from './shop.ts';

let shop: TestShop;

beforeEach(() => {
  shop = new TestShop();
});

describe('a request', () => {
  it.each([
    ['GET', '/V1/nothing'],
    ['DELETE', '/V1/orders/1'],
    ['PATCH', '/V1/orders/1'],
    ['GET', '/rest/nostore/V1/orders/1'],
  ])('%s %s has no route', async (method, path) => {
    const answer = await shop.call(method, path);
    expect([answer.status, answer.body]).toEqual([404, { message: 'Request does not match any route.' }]);
  });

  it('is not read before it is known who asks', async () => {
    const answer = await shop.call('POST', '/V1/orders', '{', { Authorization: '' });
    expect(answer.status).toBe(401);
  });

  it('must say in what form its body is, and be readable', async () => {
    const post = async (type: string, body = '{}') =>
      (await shop.call('POST', '/V1/customers', body, { 'Content-Type': type })).body;
    expect((await post('')).message).toBe('Content-Type header is empty.');
    expect((await post('text/plain')).parameters).toEqual(['text/plain']);
    for (const body of ['{', 'x', '5', '"a"', '[1]']) {
      expect((await post('application/json', body)).message).toBe('Decoding error.');
    }
  });

  it('for XML is not served', async () => {
    expect(
      (await shop.call('GET', '/V1/directory/countries', undefined, { Accept: 'application/xml' })).status,
    ).toBe(406);
  });
});
