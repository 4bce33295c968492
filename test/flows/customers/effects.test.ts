import { describe, expect, test } from 'vitest';
import { FakeSystem, type Row } from './fake-system.ts';
import { away, Between, noor, refused, unanswered } from './harness.ts';

const minuteMs = 60_000;
/** Ten minutes, and what the search of these systems lags. */
const sureAfterMs = 10 * minuteMs + 10_000;

/** Holds no blanks in telephone numbers. */
const tidy = (row: Row): Row =>
  row.phone === undefined ? row : { ...row, phone: String(row.phone).replaceAll(' ', '') };

function fails(between: Between, call: string, when: 'before' | 'after', error: unknown): void {
  between.b.trouble = (each, moment) => {
    if (each === call && moment === when) throw error;
  };
}

function mended(between: Between): void {
  between.b.trouble = () => undefined;
}

describe('a create that is not answered', () => {
  test('is found, and not repeated', async () => {
    const between = new Between();
    const id = between.enter();
    fails(between, 'create', 'after', unanswered());
    expect(await between.problem(id)).toMatchObject({ kind: 'outcome-unknown' });
    mended(between);
    expect(await between.run(id)).toMatchObject({
      kind: 'done',
      targetId: 'b1',
      reason: { code: 'created' },
    });
    expect([between.b.writes, between.steps.size]).toEqual([['create'], 0]);
    expect(await between.linkOf('ab', noor.email)).toMatchObject({ targetId: 'b1' });
  });

  test('is waited for while the search may lag, and found then', async () => {
    const between = new Between();
    const id = between.enter();
    fails(between, 'create', 'after', unanswered());
    await between.problem(id);
    mended(between);
    between.b.indexed = false;
    const problem = await between.problem(id);
    expect(problem).toMatchObject({ kind: 'wait', code: 'outcome_unknown' });
    expect(problem.retryAt).toBe(between.now + 5_000);
    between.now += sureAfterMs - 1;
    between.b.indexed = true;
    await between.run(id);
    expect(between.b.writes).toEqual(['create']);
  });

  test.each([
    ['one way', {}],
    ['both ways', { back: {} }],
  ])('does not bring back what the source has taken away since, %s', async (_name, given) => {
    const between = new Between(given);
    const id = between.enter();
    fails(between, 'create', 'after', unanswered());
    await between.problem(id);
    mended(between);
    between.a.edit(id, { phone: '' });
    await between.run(id);
    if (between.settings.ba) await between.rest();
    expect([between.a.row(id).phone, between.b.row('b1').phone ?? '']).toEqual(['', '']);
    expect(between.steps.size).toBe(0);
  });

  test('is made anew once it is sure that nothing was made', async () => {
    const between = new Between();
    const id = between.enter();
    fails(between, 'create', 'before', unanswered());
    await between.problem(id);
    mended(between);
    between.now += sureAfterMs;
    expect(await between.run(id)).toMatchObject({ reason: { code: 'created', params: {} } });
    expect([between.b.rows.size, between.steps.size]).toEqual([1, 0]);
  });

  test('brings nothing back when it is found, though the target keeps less', async () => {
    const between = new Between({ b: new FakeSystem('b', { keeps: tidy }), back: {} });
    const id = between.enter();
    fails(between, 'create', 'after', unanswered());
    await between.problem(id);
    mended(between);
    await between.run(id);
    expect(await between.run('b1', 'ba')).toEqual({
      kind: 'skipped',
      reason: { code: 'nothing_new', params: {} },
    });
    expect([between.a.writes, between.b.rows.size, between.steps.size]).toEqual([[], 1, 0]);
  });
});

describe('a refusal', () => {
  test('of a create leaves nothing behind, and is tried anew', async () => {
    const between = new Between();
    const id = between.enter();
    fails(between, 'create', 'before', refused());
    expect(await between.problem(id)).toMatchObject({ kind: 'rejected' });
    expect([between.links.size, between.steps.size]).toEqual([0, 0]);
    mended(between);
    expect(await between.run(id)).toMatchObject({ reason: { code: 'created', params: {} } });
  });

  test.each([
    ['one way', {}],
    ['both ways', { back: {} }],
  ])('of an update, %s, leaves the links as they were', async (_name, given) => {
    const between = new Between(given);
    const id = between.enter();
    await between.run(id);
    const before = JSON.stringify([...between.links]);
    between.a.edit(id, { phone: '+31 38 111111' });
    fails(between, 'update b1', 'before', refused());
    expect(await between.problem(id)).toMatchObject({ kind: 'rejected' });
    expect(JSON.stringify([...between.links])).toBe(before);
    expect(between.steps.size).toBe(0);
  });

  test('of an update does not hide what changes there until the next try', async () => {
    const between = new Between({ back: {} });
    const id = between.enter({ street: undefined });
    await between.rest();
    between.a.edit(id, { phone: '+31 38 111111' });
    fails(between, 'update b1', 'before', refused());
    await between.problem(id);
    mended(between);
    between.b.edit('b1', { street: 'Gracht 3' });
    await between.rest();
    expect(between.a.row(id)).toMatchObject({ street: 'Gracht 3', phone: '+31 38 111111' });
    expect(between.b.row('b1')).toMatchObject({ street: 'Gracht 3', phone: '+31 38 111111' });
  });
});

describe('an update that is not answered', () => {
  test('is known when it was done', async () => {
    const between = new Between({ back: {} });
    const id = between.enter();
    await between.rest();
    between.a.edit(id, { phone: '+31 38 111111' });
    fails(between, 'update b1', 'after', away());
    expect(await between.problem(id)).toMatchObject({ code: 'network_failed' });
    mended(between);
    expect(await between.run(id)).toMatchObject({ reason: { code: 'already_so', params: {} } });
    expect(await between.run('b1', 'ba')).toEqual({
      kind: 'skipped',
      reason: { code: 'nothing_new', params: {} },
    });
    expect(between.b.writes).toEqual(['create', 'update b1']);
  });

  test('is Koppel’s own work still when the next ones were never done, however long that lasts', async () => {
    const between = new Between({ back: {} });
    const id = between.enter();
    await between.rest();
    between.a.edit(id, { phone: '+31 38 111111' });
    fails(between, 'update b1', 'after', away());
    await between.problem(id);
    between.a.edit(id, { phone: '+31 38 222222' });
    fails(between, 'update b1', 'before', away());
    await between.problem(id);
    between.now += 3 * sureAfterMs;
    await between.problem(id);
    mended(between);
    expect(await between.run(id)).toMatchObject({ reason: { code: 'updated' } });
    expect(between.b.row('b1')).toMatchObject({ phone: '+31 38 222222' });
  });

  test('ends with the customer that was archived meanwhile', async () => {
    const between = new Between({ back: {} });
    const id = between.enter();
    await between.rest();
    between.a.edit(id, { phone: '+31 38 111111' });
    fails(between, 'update b1', 'before', away());
    await between.problem(id);
    mended(between);
    between.b.edit('b1', { archived: true });
    expect(await between.run(id)).toEqual({ kind: 'skipped', reason: { code: 'archived', params: {} } });
    expect(between.steps.size).toBe(0);
  });

  test('is repeated where the target keeps less, and brings nothing back', async () => {
    const between = new Between({ b: new FakeSystem('b', { keeps: tidy }), back: {} });
    const id = between.enter();
    await between.rest();
    between.a.edit(id, { phone: '+31 38 111111' });
    fails(between, 'update b1', 'after', away());
    await between.problem(id);
    mended(between);
    await between.run(id);
    expect(await between.run('b1', 'ba')).toEqual({
      kind: 'skipped',
      reason: { code: 'nothing_new', params: {} },
    });
    expect(between.a.row(id).phone).toBe('+31 38 111111');
    expect(between.steps.size).toBe(0);
  });
});

/** What throws is no problem, and nothing that follows is done. */
class Death extends Error {}

/** Dies at this call or change of storage, before or after it is carried out. Tells whether there were so many. */
async function dyingAt(between: Between, moment: number, work: () => Promise<unknown>): Promise<boolean> {
  let left = moment;
  const count = () => {
    if (left-- === 0) throw new Death();
  };
  between.storing = count;
  for (const system of [between.a, between.b]) system.trouble = count;
  const died = await work().then(
    () => false,
    (error: unknown) => {
      if (error instanceof Death) return true;
      throw error;
    },
  );
  between.storing = () => undefined;
  for (const system of [between.a, between.b]) system.trouble = () => undefined;
  return died;
}

type Prepare = (between: Between) => Promise<string>;

const cases: readonly [string, Prepare][] = [
  ['a new customer', async (between) => between.enter()],
  [
    'one that is met',
    async (between) => {
      between.b.enter({ email: 'noor@example.com', note: 'Friend' });
      return between.enter();
    },
  ],
  [
    'a change, also of the address,',
    async (between) => {
      const id = between.enter();
      await between.run(id);
      between.a.edit(id, { street: 'Gracht 3', email: 'noor@elsewhere.example' });
      return id;
    },
  ],
];

describe.each([
  ['one way', {}],
  ['both ways', { back: {} }],
])('a death at any moment, %s', (_name, given) => {
  test.each(cases)('of %s leaves one customer that says what the source says', async (_what, prepare) => {
    for (let moment = 0; ; moment++) {
      const between = new Between({ ...given, b: new FakeSystem('b', { keeps: tidy }) });
      const id = await prepare(between);
      const died = await dyingAt(between, moment, () => between.run(id));
      between.now += sureAfterMs;
      await between.run(id);
      if (between.settings.ba) await between.rest();
      const { phone: _kept, ...row } = between.a.row(id);
      expect([...between.b.rows.values()], `died at ${moment}`).toMatchObject([row]);
      expect(between.steps.size, `died at ${moment}`).toBe(0);
      between.forgetCalls();
      await between.run(id);
      if (between.settings.ba) await between.run('b1', 'ba');
      expect([...between.a.writes, ...between.b.writes], `died at ${moment}`).toEqual([]);
      if (died) continue;
      expect(moment).toBeGreaterThan(5);
      return;
    }
  });
});
