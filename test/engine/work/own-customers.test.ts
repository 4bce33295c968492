/** What an integration tells another one of a customer's record, while customers are being made there. */
import { beforeEach, describe, expect, test } from 'vitest';
import { addressMarks } from '../../../src/engine/privacy/address-marks.ts';
import { Seal } from '../../../src/engine/privacy/sealing.ts';
import { stepSeal } from '../../../src/engine/privacy/step-seal.ts';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { Stores } from '../../../src/engine/storage/stores.ts';
import { customerIn } from '../../../src/engine/work/own-customers.ts';
import { keptOfCall } from '../../../src/flows/customers/record/call-step.ts';
import { dayMs, secondMs } from '../../support/durations.ts';
import { memorySql } from '../../support/memory-sql.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const account = { connector: 'jortt', identity: '1003' };
const step = 'shop:books:customer:w1';
const keys = { emailFingerprint: 'f1', who: 'w1' };
const identity = { kind: 'person', name: 'Lotte Bos', vatNumber: undefined } as const;
const [before, after] = ['k', 'n'].map((letter) => btoa(letter.repeat(32)));

let stores: Stores;
let task: number;

beforeEach(() => {
  const sql = memorySql();
  migrate(sql);
  stores = new Stores(sql);
  stores.accounts.put({ place: 'books', connection: 'books', ...account, accepted: 1 });
  stores.tasks.add('orders:shop:books', '1', null, now);
  task = stores.tasks.openOf('orders:shop:books', '1')?.id ?? 0;
});

/** The call that makes Lotte, as the journal keeps it. */
async function begin(intendedAt = now, key = before): Promise<void> {
  const seal = stepSeal({ integration: 'orders', seal: await Seal.fromKeys(key) });
  const newcomer = { keys, email: 'lotte.bos@example.com', identity };
  stores.steps.intend(step, task, intendedAt, await keptOfCall(seal, newcomer, 'sent', {}));
}

interface Asking {
  readonly id?: string;
  readonly email?: string;
  readonly seenAt?: number;
  /** Keys of whoever asks, and of whoever is asked, the current one first. */
  readonly asks?: readonly (string | undefined)[];
  readonly told?: readonly (string | undefined)[];
}

async function told({ id = 'c1', email, seenAt = now, asks = [before], told: own = [before] }: Asking = {}) {
  const [seal, other] = await Promise.all([own, asks].map(([one, two]) => Seal.fromKeys(one, two)));
  if (seal === undefined || other === undefined) throw new Error('no seal');
  const marks = email === undefined ? undefined : await (await addressMarks(other))(email);
  return customerIn({ integration: 'orders', stores, seal }, account, { id, seenAt, marks });
}

const atWork = { perhaps: [{ intendedAt: now }] };
const left = { perhaps: [{ intendedAt: now, isLeft: true }] };

describe('a call that was not answered', () => {
  test.each(['lotte.bos@example.com', 'Lotte.Bos@Example.com'])(
    'may have made whoever has its address: %s',
    async (email) => {
      await begin();
      expect(await told({ email })).toEqual(atWork);
      expect(await told({ email: 'noor@example.com' })).toBe('unknown');
    },
  );

  test('may have made anybody whose address is not told', async () => {
    await begin();
    expect(await told()).toEqual(atWork);
  });

  test('is waited for while its task is parked by whoever has its address, as a person may have it done again, and by nobody else', async () => {
    await begin();
    stores.tasks.end(task, 'parked', null, now);
    expect(await told({ email: 'lotte.bos@example.com' })).toEqual(atWork);
    expect(await told()).toEqual(left);
    stores.steps.erase('f1');
    expect(await told({ email: 'lotte.bos@example.com' })).toEqual(left);
  });

  test.each([
    ['of a version of before', () => stores.steps.intend(step, task, now, 'sent')],
    ['of a person who was erased', () => stores.steps.erase('f1')],
    ['whose key is lost', () => begin(now, after)],
  ])('%s may have made anybody', async (_, happens) => {
    await begin();
    await happens();
    expect(await told({ email: 'noor@example.com' })).toEqual(atWork);
    expect(await told({ email: 'lotte.bos@example.com' })).toEqual(atWork);
  });

  test('is waited for once it is known what it has made, by just that', async () => {
    await begin();
    stores.steps.finish(step, 'c1');
    expect(await told({ email: 'noor@example.com' })).toEqual(atWork);
    expect(await told({ id: 'c2', email: 'lotte.bos@example.com' })).toBe('unknown');
    stores.tasks.end(task, 'parked', null, now);
    expect(await told({ email: 'noor@example.com' })).toEqual(atWork);
  });

  test.each([
    ['asks', [after, before], [before]],
    ['is asked', [before], [after, before]],
  ])('is known by its address where only whoever %s has heard of a new key', async (_, asks, own) => {
    await begin();
    expect(await told({ email: 'lotte.bos@example.com', asks, told: own })).toEqual(atWork);
    expect(await told({ email: 'noor@example.com', asks, told: own })).toBe('unknown');
  });

  test('has not made what was there before it began, but for clocks that differ by seconds', async () => {
    await begin(now + 4 * secondMs);
    expect(await told()).toEqual({ perhaps: [{ intendedAt: now + 4 * secondMs }] });
    expect(await told({ seenAt: now - 2 * secondMs })).toBe('unknown');
  });

  test('is not told days later: nobody waits for it', async () => {
    await begin();
    expect(await told({ seenAt: now + 1.5 * dayMs })).toEqual(atWork);
    expect(await told({ seenAt: now + 2 * dayMs })).toBe('unknown');
  });
});

test('a mark tells nothing of the address', async () => {
  const marks = await (await addressMarks(await Seal.fromKeys(after, before)))('lotte.bos@example.com');
  expect(marks.map((mark) => mark.length)).toEqual([24, 24]);
  expect(marks.join()).not.toMatch(/lotte|example/i);
});
