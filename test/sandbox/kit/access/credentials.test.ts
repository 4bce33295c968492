import { describe, expect, it } from 'vitest';
import { type Showing, shownBy } from '../../../../sandbox/kit/access/credentials.ts';

function asked(headers: Record<string, string>, query = ''): Request {
  return new Request(`https://api.example.com/orders${query}`, { headers });
}

const bearer: Showing = { in: 'bearer' };
const basic: Showing = { in: 'basic' };

describe('what a caller shows', () => {
  it('as a bearer token, in any case of the word', () => {
    expect(shownBy(asked({ Authorization: 'Bearer abc' }), bearer)).toBe('abc');
    expect(shownBy(asked({ Authorization: 'bearer abc' }), bearer)).toBe('abc');
  });

  it('is nothing in a header that is not two parts with one space between', () => {
    for (const header of ['Bearer', 'Bearer  abc', 'Bearer a b', 'Token abc', 'Basic abc']) {
      expect(shownBy(asked({ Authorization: header }), bearer)).toBeNull();
    }
    expect(shownBy(asked({}), bearer)).toBeNull();
  });

  it('in a header of the system’s own, as Shopify has it', () => {
    const request = asked({ 'X-Shopify-Access-Token': 'shpat_1' });
    expect(shownBy(request, { in: 'header', name: 'X-Shopify-Access-Token' })).toBe('shpat_1');
    expect(shownBy(request, { in: 'header', name: 'X-Other' })).toBeNull();
  });

  it('in the query, as MijnWebwinkel has it', () => {
    const request = asked({}, '?token=a%20b&partner_token=c');
    expect(shownBy(request, { in: 'query', name: 'token' })).toBe('a b');
    expect(shownBy(request, { in: 'query', name: 'partner_token' })).toBe('c');
    expect(shownBy(request, { in: 'query', name: 'other' })).toBeNull();
  });

  it('as Basic, decoded', () => {
    expect(shownBy(asked({ Authorization: `Basic ${btoa('me:secret')}` }), basic)).toBe('me:secret');
    expect(shownBy(asked({ Authorization: 'Basic %%%' }), basic)).toBeNull();
  });
});
