import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stack } from './stack.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await Stack.start({ seeded: true });
  await stack.connect('mugs');
  const orders = await stack.sandbox.expectations();
  await stack.api('POST', '/integrations/mugs/sync', { flow: 'orders', since: '2000-01-01' });
  await stack.settled('mugs', orders.length);
}, 120_000);

afterAll(() => stack.stop());

describe('a person', () => {
  it('named Şahin, with an e-mail address, is in the state folder and the logs nowhere in plain text', async () => {
    const customers = await stack.sandbox.control<{
      customers: { customer_name: string; email: string | null }[];
    }>('GET', '/state/jortt');
    const sahin = customers.customers.find(({ customer_name: name }) => name.includes('Şahin'));
    expect(sahin?.email).toMatch(/@/);
    // The activity shows the person to whoever may see it: the run did handle the data.
    const { items } = await stack.api<{ items: { id: string; key: string; outcome: string }[] }>(
      'GET',
      '/integrations/mugs/activity?outcome=done&limit=200',
    );
    const transfers = await Promise.all(
      items.map(({ id }) => stack.api<unknown>('GET', `/integrations/mugs/activity/${id}`)),
    );
    expect(JSON.stringify(transfers)).toContain('Şahin');

    await stack.killKoppel();
    const needles = ['Şahin', 'Sahin', 'ahin@', sahin?.email ?? '', encodeURIComponent(sahin?.email ?? '')];
    const places = [{ name: 'the logs', text: stack.logs }, ...files(join(stack.folder, 'koppel'))];
    expect(places.length).toBeGreaterThan(3);
    const found = places.flatMap(({ name, text }) =>
      needles
        .filter((needle) => text.toLowerCase().includes(needle.toLowerCase()))
        .map((needle) => `${needle} in ${name}`),
    );
    expect(found).toEqual([]);
  });
});

function files(folder: string): { name: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .flatMap((name) => {
      const bytes = readFileSync(name);
      // SQLite keeps text as UTF-8; a value that workerd serialised may be Latin-1 or UTF-16.
      return (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => ({
        name,
        text: bytes.toString(encoding),
      }));
    });
}
