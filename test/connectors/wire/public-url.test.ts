import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { publicHttpsUrl } from '../../../src/connectors/wire/public-url.ts';
import { issueOf } from '../../../src/mapping/issue.ts';

const schema = publicHttpsUrl();

/** In words, as whoever typed it reads it. */
function objection(given: string): string | undefined {
  const [found] = schema.safeParse(given).error?.issues ?? [];
  return found && issueOf(found).message;
}

describe('an address on the public internet', () => {
  test.each([
    ['https://shop.example.com', 'https://shop.example.com'],
    [' https://Shop.Example.com/ ', 'https://shop.example.com'],
    ['HTTPS://shop.example.com/winkel//', 'https://shop.example.com/winkel'],
    ['https://shop.example.com:443/a', 'https://shop.example.com/a'],
    ['https://shop.example.com:8443', 'https://shop.example.com:8443'],
    ['https://shop.example.com/a/../b/', 'https://shop.example.com/b'],
    ['https://müller.example', 'https://xn--mller-kva.example'],
    ['https://8.8.8.8/shop', 'https://8.8.8.8/shop'],
    ['https://172.32.0.1', 'https://172.32.0.1'],
    ['https://100.128.0.1', 'https://100.128.0.1'],
    ['https://[2a00:1450:400e::5]/', 'https://[2a00:1450:400e::5]'],
  ])('%s becomes %s', (given, expected) => {
    expect(schema.parse(given)).toBe(expected);
    // Kept with the credentials and read again.
    expect(schema.parse(expected)).toBe(expected);
  });
});

describe('an address that is refused', () => {
  test.each([
    ['http://shop.example.com', 'must begin with https://'],
    ['shop.example.com', 'must begin with https://'],
    ['ftp://shop.example.com', 'must begin with https://'],
    ['', 'must begin with https://'],
    ['https://', 'must be an address'],
    ['https://shop .example.com', 'must be an address'],
    ['https://256.1.1.1', 'must be an address'],
    ['https://user:secret@shop.example.com', 'user name or password'],
    ['https://user@shop.example.com', 'user name or password'],
    ['https://shop.example.com/?a=1', '"?" or "#"'],
    ['https://shop.example.com?', '"?" or "#"'],
    ['https://shop.example.com/#x', '"?" or "#"'],
  ])('%j %s', (given, reason) => {
    expect(objection(given)).toContain(reason);
  });

  test.each([
    'localhost',
    'localhost.',
    'shop.localhost',
    'shop',
    'shop.local',
    'shop.internal',
    'shop.home.arpa',
    'shop.test',
    'shop.lan',
    '127.0.0.1',
    '127.255.255.254',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '0177.0.0.1',
    '127.1',
    '１２７.0.0.1',
    '127.0.0.1.',
    '0.0.0.0',
    '0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '192.0.0.1',
    '192.0.2.1',
    '198.19.0.1',
    '198.51.100.7',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:8.8.8.8]',
    '[::7f00:1]',
    '[64:ff9b::a00:1]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd12:3456::1]',
    '[ff02::1]',
    '[2002:7f00:1::]',
    '[2001:db8::1]',
    '[2001::1]',
    '[3fff:123::1]',
  ])('https://%s is not public', (host) => {
    expect(objection(`https://${host}/`)).toBe('must be an address on the public internet');
  });

  test('no spelling of a private IPv4 address is public', () => {
    const octets = fc.oneof(
      fc.tuple(fc.constant(10), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(127), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
    );
    const spelled = fc.constantFrom(
      (all: number[]) => all.join('.'),
      (all: number[]) => all.map((each) => `0x${each.toString(16)}`).join('.'),
      (all: number[]) => all.map((each) => `0${each.toString(8)}`).join('.'),
      (all: number[]) => String(all.reduce((number, each) => number * 256 + each, 0)),
      (all: number[]) => `0x${all.map((each) => each.toString(16).padStart(2, '0')).join('')}`,
      (all: number[]) => `[::ffff:${all.join('.')}]`,
      ([a = 0, b = 0, c = 0, d = 0]: number[]) => `${a}.${b}.${c * 256 + d}`,
    );
    fc.assert(
      fc.property(octets, spelled, (all, spell) => {
        expect(schema.safeParse(`https://${spell(all)}`).success).toBe(false);
      }),
    );
  });
});

test('it is a string in a JSON Schema', () => {
  const described = z.toJSONSchema(z.object({ address: publicHttpsUrl() }));
  expect(described.properties).toMatchObject({ address: { type: 'string' } });
});
