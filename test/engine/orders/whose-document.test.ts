import { describe, expect, test } from 'vitest';
import { hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';

const settings = { state: 'sent', refunds: 'credit' };

function problems({ integration }: Simulation) {
  return integration.reports.view().problems;
}

describe('two orders of a shop that come to one reference and one total', () => {
  async function begun(): Promise<Simulation> {
    const mapping = { reference: "'INKOOP-12'" };
    const simulation = await new Simulation().configured({ settings, mapping });
    await simulation.live(minuteMs);
    for (const id of ['SO-1', 'SO-2']) {
      simulation.outside.sell(id, { email: 'inkoop@example.com' });
      await simulation.hook(id);
      await simulation.live(minuteMs);
    }
    return simulation;
  }

  test('the second waits for a person, who is told of both', async () => {
    const simulation = await begun();
    expect(simulation.states()).toEqual(['SO-1 done', 'SO-2 parked']);
    expect(problems(simulation)).toMatchObject([{ code: 'reference_taken', count: 1 }]);
    const { problem } = simulation.tasks()[1] ?? {};
    expect(problem?.params).toMatchObject({ owner: 'SO-1', number: 'SO-2', reference: 'INKOOP-12' });
  });

  test('and is given back: the invoice of the first is left alone', async () => {
    const simulation = await begun();
    simulation.outside.sell('SO-2', { email: 'inkoop@example.com', refundedAmount: 24.2 });
    await simulation.hook('SO-2');
    await simulation.live(hourMs);
    expect(invoices(simulation)).toEqual(['INKOOP-12']);
    expect(simulation.outside.calls.filter((call) => call.endsWith('/credit'))).toEqual([]);
  });
});

test('an invoice that another integration made under the number of an order is nobody of this shop', async () => {
  const simulation = await new Simulation().configured({ settings });
  const { outside } = simulation;
  const stranger = outside.books.addCustomer({ email: 'iemand@example.com' });
  outside.books.addInvoice({
    reference: 'SO-1',
    customer_id: stranger,
    invoice_date: '2025-11-30',
    invoice_total_incl_vat: { amount: '24.20', currency: 'EUR' },
  });
  outside.sell('SO-1');
  await simulation.hook('SO-1');
  await simulation.live(hourMs);
  expect(simulation.states()).toEqual(['SO-1 parked']);
  expect(problems(simulation)).toMatchObject([{ code: 'reference_taken' }]);
});

test('books that make another amount of it are told of at once, and asked for it once', async () => {
  const simulation = await new Simulation().configured({ settings });
  const { outside } = simulation;
  outside.interfere = (call) => {
    const invoice = outside.books.invoices[0];
    if (/^GET jortt \/v3\/invoices\/./.test(call) && invoice)
      Object.assign(invoice, { invoice_total_incl_vat: { amount: '29.04', currency: 'EUR' } });
    return undefined;
  };
  outside.sell('SO-1');
  await simulation.hook('SO-1');
  await simulation.live(hourMs);
  expect(simulation.states()).toEqual(['SO-1 parked']);
  expect(problems(simulation)).toMatchObject([{ code: 'made_differs', count: 1 }]);
  expect(outside.calls.filter((call) => call === 'POST jortt /v3/invoices')).toHaveLength(1);
});

test('what is kept while an outcome is unknown names nobody', async () => {
  const simulation = await new Simulation().configured({ settings });
  const { outside } = simulation;
  outside.interfere = (call) =>
    call === 'POST jortt /v3/invoices' ? new Response('', { status: 504 }) : undefined;
  outside.sell('SO-1', { email: 'noor@example.com' });
  await simulation.hook('SO-1');
  await simulation.live(minuteMs);
  const [step] = simulation.sql.exec('SELECT * FROM steps');
  expect(step).toMatchObject({ reference: 'SO-1' });
  expect(JSON.parse(String(step?.meant))).toMatchObject({ gross: '24.20', currency: 'EUR' });
  expect(JSON.stringify(step)).not.toMatch(/noor|example\.com/i);
});

test('an invoice that nobody answers for is looked for now and then, and not hammered at', async () => {
  const simulation = await new Simulation().configured({ settings });
  const { outside } = simulation;
  let isFirst = true;
  outside.interfere = (call) => {
    if (call !== 'POST jortt /v3/invoices' || !isFirst) return undefined;
    isFirst = false;
    return new Response('<html>first byte time-out</html>', { status: 503 });
  };
  outside.sell('SO-1');
  await simulation.hook('SO-1');
  await simulation.live(9 * minuteMs);
  expect(simulation.tasks()).toMatchObject([{ state: 'waiting' }]);
  expect(outside.calls.filter((call) => call === 'GET jortt /v3/invoices').length).toBeLessThanOrEqual(6);
  expect(outside.calls.filter((call) => call === 'POST jortt /v3/invoices')).toHaveLength(1);
  await simulation.live(3 * minuteMs);
  expect(simulation.states()).toEqual(['SO-1 done']);
  expect(invoices(simulation)).toEqual(['SO-1']);
});
