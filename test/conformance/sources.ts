import { describe, expect, it } from 'vitest';
import type { FlowName } from '../../src/connectors/contract/connector.ts';
import type { Source } from '../../src/connectors/contract/source.ts';
import { customer } from '../../src/records/customer.ts';
import { big, sum } from '../../src/records/money.ts';
import { type Order, order } from '../../src/records/order.ts';
import { namedIn } from '../connectors/read-changes.ts';
import { type Candidate, Played } from './played.ts';

const everything = { since: new Date(0), until: new Date(Date.now() + 3_600_000) };

/** What every connector must do that records are read from. */
export function sourcesConform(candidate: Candidate): void {
  const { orders, customers } = candidate.connector;
  if (orders?.source) {
    const { source } = orders;
    describe('its orders', () => {
      sourceConforms(candidate, 'orders', source);

      it('are valid records whose VAT per rate adds up', async () => {
        const played = await Played.start(candidate);
        const records = await recordsOf(played, 'orders', source);
        expect(records.length).toBeGreaterThan(0);
        for (const record of records) {
          const read = order.parse(record);
          expect(sum(read.vatByRate.map(({ vat }) => vat)).eq(read.vat), read.number).toBe(true);
        }
      });

      it('are found by the number that customers see, by how it begins, in whatever case', async () => {
        const played = await Played.start(candidate);
        for (const { id, number } of (await recordsOf(played, 'orders', source)).slice(0, 5)) {
          for (const asked of [number, number.toLowerCase(), number.toUpperCase(), number.slice(0, -1)]) {
            const found = await source.findByNumber?.(played.api(), asked);
            expect(found, `${number} by ${asked}`).toContainEqual({ key: id, number });
            const folded = asked.toLowerCase();
            expect(found?.filter((each) => !each.number.toLowerCase().startsWith(folded))).toEqual([]);
          }
        }
        expect(await source.findByNumber?.(played.api(), 'NO-SUCH-NUMBER')).toEqual([]);
        expect(await source.findByNumber?.(played.api(), '%')).toEqual([]);
      });

      it('have lines, charges and discounts that come to their gross within a few cents', async () => {
        const played = await Played.start(candidate);
        for (const record of await recordsOf(played, 'orders', source)) {
          const off = big(record.gross).minus(partsOf(record)).abs();
          expect(off.lte('0.06') || record.cancelled, `${record.number}: ${off.toFixed()}`).toBe(true);
        }
      });
    });
  }
  if (customers?.source) {
    const { source } = customers;
    describe('its customers', () => {
      sourceConforms(candidate, 'customers', source);

      it('are valid records', async () => {
        const played = await Played.start(candidate);
        for (const record of await recordsOf(played, 'customers', source)) customer.parse(record);
      });
    });
  }
}

export function sourceConforms(
  candidate: Candidate,
  flow: FlowName,
  source: Source<unknown>,
  start: (candidate: Candidate) => Promise<Played> = Played.start,
): void {
  it('are named by the changes of a window, each with a key that reads it', async () => {
    const played = await start(candidate);
    const changes = await namedIn(flow, source, played.api(), everything);
    expect(changes.every((change) => change.flow === flow)).toBe(true);
    expect(new Set(changes.map(({ key }) => key)).size).toBeGreaterThan(0);
  });

  it('have the same version as long as nothing changes', async () => {
    const played = await start(candidate);
    const versions = async () =>
      Object.fromEntries(
        (await namedIn(flow, source, played.api(), everything)).map(({ key, version }) => [key, version]),
      );
    expect(await versions()).toEqual(await versions());
  });

  it('that do not exist are null, whatever the key looks like', async () => {
    const played = await start(candidate);
    for (const key of ['0', '999999999', 'NONE-SUCH', '..', '%2e%2e', 'a/b', '1 OR 1=1', 'é'.repeat(60)]) {
      expect(await source.get(played.api(), key), key).toBeNull();
    }
  });
}

async function recordsOf<Item>(played: Played, flow: FlowName, source: Source<Item>): Promise<Item[]> {
  const keys = new Set((await namedIn(flow, source, played.api(), everything)).map(({ key }) => key));
  const records = await Promise.all([...keys].map((key) => source.get(played.api(), key)));
  return records.filter((record) => record !== null);
}

function partsOf(record: Order) {
  const lines = record.lines.map((line) => big(line.quantity).times(line.unitPrice).minus(line.discount));
  const charges = [...record.shipping, ...record.fees].map(({ amount }) => amount);
  const parts = sum([...lines, ...charges]).minus(sum(record.discounts.map(({ amount }) => amount)));
  return record.pricesIncludeVat ? parts : parts.plus(record.vat);
}
