import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../../src/engine/storage/migrations.ts';
import { StepStore } from '../../../src/engine/storage/steps.ts';
import { TaskStore } from '../../../src/engine/storage/tasks.ts';
import { keptOfCall } from '../../../src/flows/customers/record/call-step.ts';
import { createSteps, keptOf } from '../../../src/flows/customers/record/sent-customer.ts';
import { memorySql } from '../../support/memory-sql.ts';

const now = Date.parse('2026-03-02T12:00:00Z');
const identity = { kind: 'person', name: 'Lotte Bos', vatNumber: undefined } as const;

let steps: StepStore;
let tasks: TaskStore;

beforeEach(() => {
  const sql = memorySql();
  migrate(sql);
  steps = new StepStore(sql);
  tasks = new TaskStore(sql);
});

/** The create of a customer with this fingerprint of its address, as the journal keeps it. */
async function begun(key: string, emailFingerprint: string): Promise<void> {
  const keys = { emailFingerprint, who: `who ${key}` };
  const sent = { keys, email: 'lotte.bos@example.com', identity, said: {} };
  const seal = async () => 'sealed';
  steps.intend(
    `shop:books:${createSteps}${key}`,
    1,
    now,
    (await keptOf({ seal }, sent))(`customer:who ${key}`),
  );
}

test('parts of an action stand with it, become fewer, and are forgotten with it', () => {
  const name = 'shop:other:product:1';
  expect(steps.partsOf(name)).toBeNull();
  steps.intendParts(name, 1, now, { s: 'TS-S', m: 'TS-M' });
  expect(steps.partsOf(name)).toEqual({ s: 'TS-S', m: 'TS-M' });
  steps.leaveParts(name, { m: 'TS-M' });
  expect(steps.partsOf(name)).toEqual({ m: 'TS-M' });
  expect(steps.get(name)?.intendedAt).toBe(now);
  steps.forget(name);
  expect(steps.partsOf(name)).toBeNull();
});

describe('creates of customers that are under way', () => {
  test('are found by their direction', async () => {
    await begun('1', 'f1');
    await begun('2', 'f2');
    steps.intend('shop:books:customer:f1', 1, now);
    steps.intend('books:shop:customer-create:3', 1, now);
    const names = ['shop:books:customer-create:1', 'shop:books:customer-create:2'];
    expect(steps.begunAs(`shop:books:${createSteps}`)).toEqual(names);
  });

  test('may have made a record of the account that they go to, once they were begun and until it is known what they made', () => {
    const told = (place: string, id: string, time = { since: now - 1, until: now }) =>
      steps.customersBegunAt(place, id, time);
    const left = { intendedAt: now, reference: null, isIt: false, task: 'over' };
    steps.intend('shop:books:customer:f1', 1, now);
    steps.intend('shop:books:customer-update:3', 1, now);
    expect(told('books', 'c1')).toEqual([left]);
    expect(told('shop', 'c1')).toEqual([]);
    // It stood there before.
    expect(told('books', 'c1', { since: 0, until: now - 1 })).toEqual([]);
    // That was too long ago.
    expect(told('books', 'c1', { since: now, until: now + 9 })).toEqual([]);
    steps.finish('shop:books:customer:f1', 'c2');
    expect(told('books', 'c1')).toEqual([]);
    expect(told('books', 'c2')).toEqual([{ ...left, isIt: true }]);
    steps.forget('shop:books:customer:f1');
    expect(told('books', 'c2')).toEqual([]);
  });

  test('tell whether their task goes on, waits for a person or is over', () => {
    const told = () =>
      steps.customersBegunAt('books', 'c1', { since: 0, until: now }).map(({ task }) => task);
    tasks.add('orders:shop:books', '1', null, now);
    const id = tasks.openOf('orders:shop:books', '1')?.id ?? 0;
    steps.intend('shop:books:customer:f1', id, now);
    expect(told()).toEqual(['at work']);
    tasks.end(id, 'parked', null, now);
    expect(told()).toEqual(['parked']);
    tasks.end(id, 'skipped', null, now);
    expect(told()).toEqual(['over']);
  });

  test('tell no more whom their calls make, once that person is erased', async () => {
    const seal = async () => 'sealed';
    for (const each of ['f1', 'f2']) {
      const newcomer = {
        keys: { emailFingerprint: each, who: 'w' },
        email: 'lotte.bos@example.com',
        identity,
      };
      steps.intend(`shop:books:customer:${each}`, 1, now, await keptOfCall({ seal }, newcomer, 'sent', {}));
    }
    steps.erase('f1');
    expect(steps.get('shop:books:customer:f1')).toMatchObject({ reference: null, intendedAt: now });
    expect(steps.get('shop:books:customer:f2')?.reference).toContain('sealed');
  });

  test('hold nothing more of a person who is erased', async () => {
    await begun('1', 'f1');
    await begun('2', 'f2');
    steps.erase('f1');
    expect(steps.get(`shop:books:${createSteps}1`)).toMatchObject({ reference: null, intendedAt: now });
    expect(steps.get(`shop:books:${createSteps}2`)?.reference).toContain('sealed');
  });
});
