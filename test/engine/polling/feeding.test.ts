import { describe, expect, test } from 'vitest';
import { connectors } from '../../../src/connectors/registry.ts';
import { never } from '../../../src/engine/storage/cursors.ts';
import { dayMs, hourMs, minuteMs } from '../../support/durations.ts';
import { shop } from '../../support/outside.ts';
import { document, invoices, Simulation } from '../../support/simulation.ts';

/** A shop whose webhooks nobody can verify: the secret that signs them was not entered. */
function withoutSecret(flow: Record<string, unknown> = {}) {
  const whole = document(flow);
  const { clientSecret: _, ...credentials } = shop;
  return {
    ...whole,
    connections: { ...whole.connections, shop: { connector: 'ecwid', credentials } },
  };
}

async function started(input: unknown): Promise<Simulation> {
  const simulation = await new Simulation().open();
  await simulation.integration.configure(input);
  await simulation.live(minuteMs);
  return simulation;
}

const lists = ({ outside }: Simulation) =>
  outside.calls.filter((call) => call === 'GET ecwid /orders').length;

const feeding = ({ integration }: Simulation) => {
  const [progress] = integration.reports.view().progress;
  return { fedBy: progress?.fedBy, pollEvery: progress?.pollEvery, isPolled: progress?.nextPollAt !== null };
};

describe('a shop whose webhooks cannot be verified', () => {
  test('is polled, and says so', async () => {
    const simulation = await started(withoutSecret());
    expect(feeding(simulation)).toEqual({ fedBy: 'polls', pollEvery: 5, isPolled: true });
    simulation.outside.sell('NOBODY-TOLD');
    await simulation.live(6 * minuteMs);
    expect(invoices(simulation)).toEqual(['NOBODY-TOLD']);
    const hook = await simulation.integration.accept('shop', simulation.outside.hook('X-1'));
    expect(hook).toEqual({ kind: 'unsigned' });
  });

  test('is polled as often as is set', async () => {
    const simulation = await started(withoutSecret({ every: '2h' }));
    expect(feeding(simulation)).toEqual({ fedBy: 'polls', pollEvery: 120, isPolled: true });
  });

  test('is polled no more when the secret is entered', async () => {
    const simulation = await started(withoutSecret());
    await simulation.integration.configure(document());
    await simulation.live(10 * minuteMs);
    expect(feeding(simulation)).toEqual({ fedBy: 'webhooks', pollEvery: null, isPolled: false });
    simulation.outside.calls.length = 0;
    await simulation.live(dayMs / 2);
    expect(lists(simulation)).toBe(0);
  });

  test('that an earlier version left alone is polled from where it stood', async () => {
    const simulation = await started(withoutSecret());
    simulation.sql.exec('UPDATE cursors SET next_at = ?', never);
    simulation.outside.sell('MISSED');
    await simulation.clock.advance(3 * dayMs);
    simulation.die();
    await simulation.open();
    await simulation.live(5 * minuteMs);
    expect(invoices(simulation)).toEqual(['MISSED']);
  });
});

describe('a flow that lives on webhooks', () => {
  test('says so, and is not polled', async () => {
    const simulation = await started(document());
    await simulation.live(hourMs);
    expect(feeding(simulation)).toEqual({ fedBy: 'webhooks', pollEvery: null, isPolled: false });
    expect(lists(simulation)).toBe(1);
  });

  test('is polled from the moment on at which that is set', async () => {
    const simulation = await started(document());
    simulation.outside.sell('LOST-HOOK');
    await simulation.live(2 * hourMs);
    expect(invoices(simulation)).toEqual([]);
    await simulation.integration.configure(document({ every: '10m' }));
    await simulation.live(minuteMs);
    expect(invoices(simulation)).toEqual(['LOST-HOOK']);
    simulation.outside.calls.length = 0;
    await simulation.live(hourMs);
    expect(lists(simulation)).toBe(6);
  });

  test('says nothing while it is switched off', async () => {
    const simulation = await started(document({ enabled: false }));
    expect(feeding(simulation)).toEqual({ fedBy: null, pollEvery: null, isPolled: false });
  });
});

test('a poll that is to come more often comes so at once', async () => {
  const simulation = await started(document({ every: '24h' }));
  await simulation.integration.configure(document({ every: '10m' }));
  simulation.outside.sell('SOON');
  await simulation.live(11 * minuteMs);
  expect(invoices(simulation)).toEqual(['SOON']);
});

test('every connector whose webhooks need a secret that may be left out says whether it has one', () => {
  for (const { id, webhook, credentials } of connectors) {
    const optional = Object.values(credentials.shape).some(
      (field) => field.safeParse(undefined).success && field.safeParse('x').success,
    );
    expect(webhook === undefined || !optional || webhook.takes !== undefined, id).toBe(true);
  }
});
