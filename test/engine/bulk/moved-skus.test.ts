import { expect, test } from 'vitest';
import { movedSkus } from '../../../src/engine/bulk/moved-skus.ts';
import type { ProductLink, VariantFacts } from '../../../src/flows/links.ts';
import { noFacts } from '../../../src/flows/products/units.ts';

function linkOf(variants: Readonly<Record<string, VariantFacts>>): ProductLink {
  return { targetId: '1', fingerprint: '', facts: { ...noFacts, sku: 'TS', variants } };
}

const small = { id: '11', sku: 'TS-S', said: {} };
const off = { ...small, off: true } as const;
const nameless = { id: '12', sku: '', said: {} };

test.each([
  ['is new', null, linkOf({ s: small }), ['TS', 'TS-S']],
  ['is as before', linkOf({ s: small }), linkOf({ s: small }), []],
  ['is not sold for now', linkOf({ s: small }), linkOf({ s: off }), ['TS-S']],
  ['is sold again', linkOf({ s: off }), linkOf({ s: small }), ['TS-S']],
  ['is off as before', linkOf({ s: off }), linkOf({ s: off }), []],
  ['has no SKU', linkOf({ s: nameless }), linkOf({ s: { ...nameless, off: true } }), []],
])('of what %s', (_, before, link, expected) => {
  expect(movedSkus(before, link)).toEqual(expected);
});
