/** A gateway's answer says nothing of what the system behind it did: only a refusal of the system's own proves anything. */
import { describe, expect, test } from 'vitest';
import { invoices, minuteMs, Simulation } from '../../support/simulation.ts';

const maintenance = { error: { code: 503, key: 'server.maintenance', message: 'Be back soon.' } };
const conflict = { error: { code: 409, key: 'resource.conflict', message: 'Changed meanwhile.' } };
const page = '<html><body>upstream</body></html>';

/** What is made shows in the search this long after it was made. */
const lagMs = 8_000;

describe('an invoice that is made, and answered with', () => {
  test.each([
    [500, ''],
    [502, page],
    [503, page],
    [503, JSON.stringify(maintenance)],
    [504, ''],
    [408, page],
    [409, JSON.stringify(conflict)],
    [409, ''],
    [302, ''],
    [400, page],
    [401, page],
    [403, page],
    [404, page],
    [413, page],
    [422, page],
    [429, page],
    [400, JSON.stringify({ error: 'Bad Request' })],
    [404, JSON.stringify({ message: 'no Route matched with those values' })],
  ])('%i %s, is one invoice, and is linked', async (status, body) => {
    const simulation = await answering(status, body, true);
    await simulation.live(10 * minuteMs);
    expect(invoices(simulation)).toEqual(['SO-7']);
    expect(simulation.states()).toEqual(['SO-7 done']);
    expect(creates(simulation)).toBe(1);
  });
});

describe("an invoice that is refused in the system's own form, with", () => {
  test.each([400, 404, 422, 429])('%i, was not made: nobody waits for it', async (status) => {
    const body = JSON.stringify({ error: { code: status, key: 'x.refused', message: 'No.', details: [] } });
    const simulation = await answering(status, body, false);
    expect(simulation.sql.exec("SELECT name FROM steps WHERE name LIKE '%order:%'")).toEqual([]);
  });
});

/** The first create of an invoice is carried out or not, and answered like this. */
async function answering(status: number, body: string, isMade: boolean): Promise<Simulation> {
  const simulation = await new Simulation().configured({ settings: { state: 'sent' } });
  const { outside, clock } = simulation;
  await simulation.live(minuteMs);
  outside.sell('SO-7');
  let isFirst = true;
  outside.interfere = (call, request) => {
    if (call !== 'POST jortt /v3/invoices' || !isFirst) return undefined;
    isFirst = false;
    return (async () => {
      const sent = JSON.parse(await request.text());
      if (isMade) outside.books.answer({ method: 'POST', path: '/v3/invoices', query: {}, body: sent });
      outside.books.indexed = false;
      clock.timer(lagMs, () => {
        outside.books.indexed = true;
      });
      return new Response(body, { status });
    })();
  };
  await simulation.hook('SO-7');
  await simulation.live(1_000);
  return simulation;
}

function creates({ outside }: Simulation): number {
  return outside.calls.filter((call) => call === 'POST jortt /v3/invoices').length;
}
