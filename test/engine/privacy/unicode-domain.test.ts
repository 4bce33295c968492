import { domainToASCII, domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unicodeDomain } from '../../../src/engine/privacy/unicode-domain.ts';
import { runs } from '../../support/runs.ts';

test.each([
  ['example.com', 'example.com'],
  ['xn--bcher-kva.example', 'bücher.example'],
  ['www.xn--zckzah.xn--r8jz45g', 'www.テスト.例え'],
  ['xn--80ak6aa92e.com', 'аррӏе.com'],
  ['xn--i-7iq.example', 'i❤.example'],
])('%s is %s', (ascii, written) => {
  expect(unicodeDomain(ascii)).toBe(written);
});

test('of every domain, it is what the URL standard makes of it', () => {
  const label = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(label, (name) => {
      const ascii = domainToASCII(`${name}.example`);
      fc.pre(ascii.startsWith('xn--'));
      expect(unicodeDomain(ascii)).toBe(domainToUnicode(ascii));
    }),
    runs(500),
  );
});

test.each(['xn--', 'xn--é', 'xn--zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz', 'xn--a b', 'xn--99999'])(
  'what is none breaks nothing: %s',
  (text) => {
    expect(() => unicodeDomain(`${text}.example`)).not.toThrow();
  },
);
