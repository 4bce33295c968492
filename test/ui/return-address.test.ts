import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formPageOf } from '../../src/ui/addresses.ts';
import { returnAddress } from '../../src/ui/return-address.ts';

const site = 'https://koppel.example';

/** Pieces of which addresses are made that lead elsewhere, in the eyes of some browser at least. */
const pieces = fc.constantFrom(
  ...['/', '//', '\\', '/\\', '/.', '/..', '/%2e%2e', '%2f', '%5c', '@', ':', '?', '#', '&', ';', '.', '*'],
  ...['http:', 'https://', 'javascript:', 'data:', 'evil.example', 'koppel.example', '\t', '\n', '\r\n', ' '],
  ...['new', 'access', 'alerts', 'audit', 'integrations', 'mugs', 'orders', 'é', '\u2028', '\u0000', '％'],
);
const addresses = fc.oneof(
  fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 6 }).map((parts) => `/integrations/mugs/${parts.join('')}`),
  fc.array(pieces, { maxLength: 6 }).map((parts) => `/new?${parts.join('')}`),
  fc.string({ unit: 'binary', maxLength: 30 }),
);

/** Where a browser goes. */
function led(location: string): URL {
  return new URL(location, `${site}/login`);
}

test('nothing that a form can say leads to another site after logging in', () => {
  fc.assert(
    fc.property(addresses, (asked) => {
      const location = returnAddress(asked);
      expect(location.startsWith('//')).toBe(false);
      expect(led(location).origin).toBe(site);
      // A header has no line ends, and an address no blanks.
      expect(location).toMatch(/^[!-~]+$/);
    }),
    { numRuns: 3_000 },
  );
});

test('nor after a form that says which page it stands on', () => {
  fc.assert(
    fc.property(addresses, (asked) => {
      const page = formPageOf('mugs', asked);
      if (page !== null) expect(led(page).href).toMatch(/^https:\/\/koppel\.example\/integrations\/mugs\//);
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ...['/', '/new', '/access', '/alerts', '/audit', '/integrations/mugs', '/integrations/mugs/connections'],
  ...['/integrations/mugs/connections/shop', '/integrations/mugs/privacy?said=saved', '/?said=deleted'],
  '/integrations/mugs/orders/orders:shop:books/A%26B',
])('%s is one to come back to', (address) => {
  expect(returnAddress(address)).toBe(address);
});

test.each([
  ...[
    '',
    'new',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/elsewhere',
  ],
  ...['/integrations', '/integrations//evil.example', '/integrations/Mugs', '/new/../..//evil.example'],
  ...['javascript:alert(1)', '/new\n', '/new?a b', ' /new', '/login', '/logout'],
])('%j is not: the first page comes instead', (address) => {
  expect(returnAddress(address)).toBe('/');
});

test('leads to the pages of orders and connections of the link itself only', () => {
  expect(formPageOf('mugs', '/integrations/mugs/connections')).toBe('/integrations/mugs/connections');
  expect(formPageOf('mugs', '/integrations/cups/connections')).toBeNull();
  expect(formPageOf('mugs', '/integrations/mugs/connections/../..')).toBeNull();
});
