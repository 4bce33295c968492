import { describe, expect, test } from 'vitest';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { parseBaseUrls, redirected } from '../../../src/engine/http/base-url.ts';

test.each([undefined, '', '{}'])('%s: nothing is redirected', (text) => {
  expect(parseBaseUrls(text)).toEqual({});
  expect(redirected(jortt, 'https://api.jortt.nl', parseBaseUrls(text))).toBe('https://api.jortt.nl');
});

test.each([
  'x',
  'null',
  '[]',
  '["http://a"]',
  '5',
  '{"jortt": 5}',
  '{"jortt": "localhost"}',
  '{"jortt": "file:///etc"}',
  '{"jortt": null}',
  '{"jortt": "http://"}',
])('%s is refused in a sentence that names the variable', (text) => {
  expect(() => parseBaseUrls(text)).toThrow(/BASE_URLS must/);
});

describe('redirected', () => {
  const urls = parseBaseUrls(
    '{"jortt": "http://127.0.0.1:8788/jortt/", "ecwid": "http://127.0.0.1:8788/ecwid"}',
  );

  test('path and query of the original are put behind the base', () => {
    expect(redirected(jortt, 'https://api.jortt.nl', urls)).toBe('http://127.0.0.1:8788/jortt');
    expect(redirected(jortt, 'https://app.jortt.nl/oauth-provider/oauth/token?a=b', urls)).toBe(
      'http://127.0.0.1:8788/jortt/oauth-provider/oauth/token?a=b',
    );
    expect(redirected(ecwid, 'https://app.ecwid.com/api/v3/1003', urls)).toBe(
      'http://127.0.0.1:8788/ecwid/api/v3/1003',
    );
  });
});
