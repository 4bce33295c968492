/** The parts of a customer have one form in all systems: what is carried from one to another is equal on both sides. */
import { describe, expect, test } from 'vitest';
import { customerParts } from '../../src/connectors/contract/target.ts';
import { saysAll } from '../../src/connectors/wire/customer-parts.ts';
import { candidates } from './candidates.ts';
import { firm, person, Writing } from './parted-customers.ts';

const systems = candidates.filter(({ connector }) => connector.customers?.target !== undefined);
const pairs = systems.flatMap((from) =>
  systems.map((to) => [from.connector.name, to.connector.name, from, to] as const),
);

describe.each(pairs)('from %s to %s', (_from, _to, from, to) => {
  test.each([
    ['a person', person],
    ['a company', firm],
  ])('%s is equal on both sides, and comes back with nothing new', async (_who, customer) => {
    const [here, there] = [await Writing.start(from), await Writing.start(to)];
    const mine = await here.create(customer);
    const { record } = await here.read(mine);
    const other = await there.create(record);
    const [stands, standsThere] = [await here.stands(mine), await there.stands(other)];
    const both = customerParts.filter((part) => part in stands && part in there.said(record));
    expect(both).toEqual(expect.arrayContaining(['email', 'kind', 'name', 'phone', 'address']));
    for (const part of both) expect(standsThere[part], part).toEqual(stands[part]);
    const back = await there.read(other);
    expect(saysAll(stands, here.said({ ...back.record, id: undefined }))).toBe(true);
  });
});
