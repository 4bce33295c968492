/** Two who meet say the same, though one side has it as somebody typed it, and a flow would write it otherwise there. */
import { describe, expect, test } from 'vitest';
import { FakeSystem, type Row } from './fake-system.ts';
import { Between, noor } from './harness.ts';

/** A telephone number goes there without blanks. */
function compact({ phone, ...row }: Row): Row {
  return phone === undefined ? row : { ...row, phone: String(phone).replaceAll(' ', '') };
}

/** Both sides have the same number, as it was typed; the source has carried its record. */
async function met(): Promise<Between> {
  const between = new Between({ a: new FakeSystem('a', { spells: compact }), back: {} });
  between.b.enter(noor);
  expect(await between.run(between.enter())).toMatchObject({ reason: { code: 'already_so' } });
  return between;
}

describe('a telephone number that both had when they met', () => {
  test('stays on either side as it was typed', async () => {
    const between = await met();
    await between.rest();
    expect([...between.a.writes, ...between.b.writes]).toEqual([]);
    expect(between.a.row('a1').phone).toBe(noor.phone);
  });

  test('and is taken away on the other side at once goes in the source too (seed 2003212)', async () => {
    const between = await met();
    between.b.edit('b1', { phone: undefined });
    await between.rest();
    expect(between.a.row('a1').phone).toBeUndefined();
    expect(between.b.row('b1').phone).toBeUndefined();
  });

  test('and is another one on the other side since is that in the source too', async () => {
    const between = await met();
    between.b.edit('b1', { phone: '+31 38 1' });
    await between.rest();
    expect(between.a.row('a1').phone).toBe('+31381');
  });
});
