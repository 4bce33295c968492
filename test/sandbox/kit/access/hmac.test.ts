import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { base64, hex, hmac } from '../../../../sandbox/kit/access/hmac.ts';

const message = 'POST|/api/orders|{"é":1}|2026-03-02T10:15:00Z';

it.each([
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-512', 'sha512'],
] as const)('signs with %s as everybody does, in hex and base64', async (hash, name) => {
  const signature = await hmac(hash, 'sécret', message);
  expect(hex(signature)).toBe(createHmac(name, 'sécret').update(message).digest('hex'));
  expect(base64(signature)).toBe(createHmac(name, 'sécret').update(message).digest('base64'));
});

it('signs bytes as well', async () => {
  const bytes = new Uint8Array([0, 255, 7]);
  const signature = await hmac('SHA-256', 'key', bytes.buffer);
  expect(hex(signature)).toBe(createHmac('sha256', 'key').update(bytes).digest('hex'));
});
