/** Orders that become estimates in the books: `document: order`, over the whole engine. */
import { describe, expect, test } from 'vitest';
import { document, hourMs, invoices, minuteMs, Simulation } from '../../support/simulation.ts';

const asOrders = { settings: { document: 'order', state: 'sent' } };

/** References of the estimates in the books. */
function estimates({ outside }: Simulation): string[] {
  return outside.books.estimates.map(({ reference }) => String(reference)).sort();
}

/** The scopes that a token was asked with, each time; where the books' application lacks one of them it is refused. */
function scopesAsked({ outside }: Simulation, application: { readonly lacks: boolean }): string[] {
  const asked: string[] = [];
  outside.interfere = (call, request) => {
    if (call !== 'POST jortt /oauth-provider/oauth/token') return undefined;
    void request
      .clone()
      .text()
      .then((body) => asked.push(new URLSearchParams(body).get('scope') ?? ''));
    return application.lacks ? Response.json({ error: 'invalid_scope' }, { status: 400 }) : undefined;
  };
  return asked;
}

describe('death at any request', () => {
  test.each(['before', 'after'] as const)('%s it is carried out leaves one estimate', async (moment) => {
    for (let request = 1; request <= 8; request++) {
      const simulation = await new Simulation().configured(asOrders);
      await simulation.live(minuteMs);
      simulation.outside.sell('SO-1');
      await simulation.hook('SO-1');
      void simulation.dieAt(request, moment);
      await simulation.live(minuteMs);
      if (simulation.isDead) await simulation.open();
      await simulation.live(hourMs);
      expect([estimates(simulation), invoices(simulation)], `${request}`).toEqual([['SO-1'], []]);
      expect(simulation.states()).toEqual(['SO-1 done']);
    }
  });
});

describe('the scopes of estimates', () => {
  test('are asked for as soon as the setting is saved, and not before', async () => {
    const simulation = new Simulation();
    const asked = scopesAsked(simulation, { lacks: false });
    await simulation.configured();
    await simulation.live(minuteMs);
    expect(asked).toEqual([expect.not.stringContaining('estimates')]);
    await simulation.integration.configure(document(asOrders));
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(minuteMs);
    expect(asked.slice(1)).toEqual([expect.stringMatching(/ estimates:read estimates:write$/)]);
    expect(estimates(simulation)).toEqual(['SO-1']);
  });

  test('that the application lacks are named, and what waits goes by itself once it has them', async () => {
    const simulation = new Simulation();
    const application = { lacks: true };
    scopesAsked(simulation, application);
    await simulation.configured(asOrders);
    simulation.outside.sell('SO-1');
    await simulation.hook('SO-1');
    await simulation.live(10 * minuteMs);
    expect(simulation.integration.reports.view().problems).toMatchObject([
      { connection: 'books', code: 'scope_missing', action: expect.stringContaining('estimates:write') },
    ]);
    expect(estimates(simulation)).toEqual([]);
    application.lacks = false;
    await simulation.live(hourMs);
    expect(estimates(simulation)).toEqual(['SO-1']);
    expect(simulation.integration.reports.view().problems).toEqual([]);
  });
});
