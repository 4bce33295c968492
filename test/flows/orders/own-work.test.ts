/** What Koppel made itself is left out before anything else is asked of it. */
import { describe, expect, test } from 'vitest';
import type { OwnWork } from '../../../src/flows/contract.ts';
import { type Given, World } from './harness.ts';
import { order } from './samples.ts';

/** Told of every question: the order's id and its reference. */
function world(told: OwnWork, given: Given = {}): World & { readonly questions: unknown[] } {
  const made = new World(given);
  const questions: unknown[] = [];
  made.ownWork = async (...question) => {
    questions.push(question);
    return told;
  };
  return Object.assign(made, { questions });
}

describe.each<[string, OwnWork, object]>([
  ['a link or step of Koppel', 'made', {}],
  ['the mark of a Koppel', 'no', { madeByKoppel: true }],
])('by %s', (_, told, parts) => {
  test('it is skipped, whatever the settings say, without a call to the target', async () => {
    const each = world(told, { settings: { statuses: ['NONE'], since: '2030-01-01' } });
    each.liveFrom = '2030-01-01T00:00:00Z';
    const ended = await each.run(order({ ...parts, cancelled: true }));
    expect(ended).toEqual({ kind: 'skipped', reason: { code: 'made_by_koppel', params: {} } });
    expect(each.books.calls).toEqual([]);
    expect(each.links.size + each.steps.size).toBe(0);
  });

  test('a preview says so, and plans nothing', async () => {
    const each = world(told);
    const preview = await each.preview(order(parts));
    expect(preview).toMatchObject({ skips: { code: 'made_by_koppel' }, writes: [], problem: null });
    expect(each.books.calls).toEqual([]);
  });

  test('an order that is booked as a sale goes on as one', async () => {
    const each = world('no', { settings: { state: 'sent' } });
    await each.run(order());
    each.ownWork = async () => told;
    expect(await each.run(order(parts))).toMatchObject({ reason: { code: 'already_booked' } });
  });
});

test('it is asked by the id that the source gives and what the source knows it by', async () => {
  const each = world('no');
  await each.run(order({ id: 'A7', reference: 'INV-9' }));
  expect(each.questions).toEqual([['A7', 'INV-9']]);
});

describe('while Koppel may be making it', () => {
  const updatedAt = '2026-03-02T11:59:50Z';

  test('it waits, and nothing is planned or written', async () => {
    const each = world('perhaps');
    const problem = await each.problem(order({ updatedAt, reference: 'INV-9' }));
    expect(problem).toMatchObject({ kind: 'wait', code: 'perhaps_made_by_koppel' });
    expect(problem.retryAt).toBe(each.now + 30_000);
    expect(each.books.calls).toEqual([]);
  });

  test('the longer it lasts the more seldom it is looked at, each half hour at the least', async () => {
    const each = world('perhaps');
    const waits = [0, 1, 10, 300].map(async (minutes) => {
      const at = new Date(each.now - minutes * 60_000).toISOString();
      return Number((await each.problem(order({ updatedAt: at }))).retryAt) - each.now;
    });
    expect(await Promise.all(waits)).toEqual([30_000, 60_000, 600_000, 1_800_000]);
  });

  test('a preview says that it waits', async () => {
    const preview = await world('perhaps').preview(order({ updatedAt }));
    expect(preview).toMatchObject({ skips: null, writes: [], problem: { code: 'perhaps_made_by_koppel' } });
  });

  test('a document that was begun of it goes on: it is a sale already', async () => {
    const each = world('no', { settings: { state: 'sent' } });
    each.storing = (what) => {
      if (what === 'link order') throw new Error('died');
    };
    await expect(each.run(order())).rejects.toThrow('died');
    each.storing = () => undefined;
    each.ownWork = async () => 'perhaps';
    expect(await each.run(order())).toMatchObject({ reason: { code: 'booked' } });
  });
});
