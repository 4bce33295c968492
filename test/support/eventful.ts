import { expect } from 'vitest';
import { credentials } from './integration-document.ts';
import type { Outgoing } from './outgoing.ts';
import { sahin, type shopDeeds } from './shop-deeds.ts';
import { writings } from './writings.ts';

/** However a value might be written down. */
const personal = [
  'Şahin',
  'ŞAHIN',
  'S\u0327ahin',
  '\\u015e',
  '%C5%9Eahin',
  '%c5%9e',
  '&#350;ahin',
  'Yıldız',
  'Y%C4%B1ld',
  'sahin.yildiz',
  'SAHIN_YILDIZ',
  'example.com',
  'EXAMPLE.COM',
  'Wilgenstraat',
  'WILGENSTRAAT',
  '3021 ZZ',
  '3021ZZ',
  '55501234',
];

export const secrets = [
  credentials.shop.token,
  credentials.shop.clientSecret,
  credentials.books.clientSecret,
] as const;

/** Returns what stands in a text and should not, with a little of what is around it. */
export function leaksIn(text: string): string[] {
  return [...personal, ...secrets].flatMap((word) => {
    const at = text.indexOf(word);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 60), at + 60)];
  });
}

interface Deeds extends Pick<ReturnType<typeof shopDeeds>, 'sell' | 'merchant' | 'inBooks'> {
  readonly outside: Pick<Outgoing, 'fault'>;
}

interface Lively {
  hook(orderId: string): Promise<unknown>;
  settle(): Promise<unknown>;
  tasks(): Promise<readonly { readonly state: string }[]>;
}

/** A booking, a refusal that repeats the buyer in every way, a failure and a change: whatever might leave traces. */
export async function makeEventful(
  subject: Lively,
  { sell, merchant, inBooks, outside }: Deeds,
): Promise<void> {
  const { id } = await sell();
  await subject.hook(id);
  await subject.settle();
  await merchant(id, { refund: { amount: '1.00', reason: sahin.name } });
  await subject.hook(id);
  const refused = await sell();
  const buyer = `${sahin.name}, ${sahin.email}, ${sahin.phone}, ${sahin.street}`;
  const details = Object.values(writings).map((write) => ({
    key: write(String(sahin.name)),
    param: write(String(sahin.email)),
    message: write(buyer),
  }));
  const body = { error: { code: 422, key: 'params.invalid', message: buyer, details } };
  outside.fault({ system: 'jortt', method: 'POST', path: '/invoices', kind: 'status', status: 422, body });
  await subject.hook(refused.id);
  const failed = await sell();
  outside.fault({ system: 'jortt', method: 'GET', path: '/invoices', kind: 'html', times: 2 });
  await subject.hook(failed.id);
  await inBooks('POST', '/revoke-tokens');
  await subject.settle();
  const states = (await subject.tasks()).map(({ state }) => state);
  expect(states).toContain('parked');
  expect(states).toContain('done');
}
