import { describe, expect, test } from 'vitest';
import { Undelivered } from '../../../src/engine/reporting/alerts.ts';
import { document, hourMs, minuteMs, Simulation } from '../../support/simulation.ts';
import { noEntry, park, repair, watched } from './alerted.ts';

describe('a channel that fails', () => {
  test('is tried again at growing intervals, and then told once', async () => {
    const { simulation, webhook, email } = await watched(noEntry);
    const moments: number[] = [];
    webhook.answer = async () => {
      moments.push(simulation.clock.now());
      throw new Undelivered('answered 500');
    };
    await park(simulation, 3);
    await simulation.live(8 * hourMs);
    const waits = moments.slice(1).map((at, index) => Math.round((at - (moments[index] ?? 0)) / minuteMs));
    expect(waits.slice(0, 8)).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(email.told).toEqual(['problem choice_missing']);
    webhook.answer = async () => undefined;
    await simulation.live(2 * hourMs);
    expect(webhook.told).toEqual(['problem choice_missing']);
    expect(email.taken).toHaveLength(1);
    expect(simulation.logged.filter((line) => line.includes('alert_failed')).at(-1)).toContain(
      'answered 500',
    );
  });

  test('with a moment before which it is useless is not tried before that', async () => {
    const { simulation, webhook } = await watched(noEntry);
    webhook.answer = async () => {
      throw new Undelivered('answered 429', 20 * minuteMs);
    };
    await park(simulation, 1);
    await simulation.live(19 * minuteMs);
    expect(webhook.tried).toHaveLength(1);
    await simulation.live(3 * minuteMs);
    expect(webhook.tried).toHaveLength(2);
  });

  test('is left alone also after a death, and by new orders', async () => {
    const { simulation, webhook } = await watched(noEntry);
    webhook.answer = async () => {
      throw new Undelivered('answered 404');
    };
    await park(simulation, 1);
    await simulation.live(10 * minuteMs);
    const { length } = webhook.tried;
    await simulation.open();
    await park(simulation, 5, 1);
    await simulation.run();
    expect(webhook.tried).toHaveLength(length);
  });

  test('until the cause is over is told nothing of it', async () => {
    const { simulation, webhook, email } = await watched(noEntry);
    webhook.answer = async () => {
      throw new Undelivered('answered 500');
    };
    await park(simulation, 2);
    await simulation.live(5 * minuteMs);
    await repair(simulation);
    webhook.answer = async () => undefined;
    await simulation.live(hourMs);
    expect(webhook.taken).toEqual([]);
    expect(email.told).toEqual(['problem choice_missing', 'solved choice_missing']);
  });

  test('and is taken out of the configuration is forgotten', async () => {
    const { simulation, webhook, email } = await watched(noEntry);
    await park(simulation, 1);
    await simulation.live(hourMs);
    simulation.channels = [email];
    await simulation.open();
    await simulation.run();
    simulation.channels = [email, webhook];
    await simulation.open();
    await simulation.live(hourMs);
    expect([email.taken.length, webhook.taken.length]).toEqual([1, 2]);
  });
});

describe('a channel that does not answer', () => {
  test('holds up neither orders nor the other channel', async () => {
    const { simulation, webhook, email } = await watched(noEntry);
    webhook.answer = () => new Promise(() => undefined);
    await park(simulation, 1);
    await simulation.clock.settle(simulation.integration.run(simulation.budget));
    expect(simulation.integration.tell()).toBeNull();
    await simulation.clock.advance(minuteMs);
    const telling = simulation.integration.tell();
    expect(telling).not.toBeNull();
    await simulation.clock.advance(0);
    expect(email.told).toEqual(['problem choice_missing']);
    await simulation.integration.configure(document());
    await park(simulation, 3, 1);
    await simulation.clock.settle(simulation.integration.run(simulation.budget));
    expect(simulation.states().filter((state) => state.endsWith('done'))).toHaveLength(3);
    expect(simulation.integration.tell()).toBeNull();
  });

  test('before the object dies is told after it', async () => {
    const { simulation, webhook } = await watched(noEntry);
    webhook.answer = () => new Promise(() => undefined);
    await park(simulation, 1);
    await simulation.clock.settle(simulation.integration.run(simulation.budget));
    simulation.integration.tell();
    await simulation.clock.advance(minuteMs);
    expect(simulation.integration.tell()).not.toBeNull();
    const { integration, clock } = simulation;
    // The alarm that stands now must come also if nothing else happens any more.
    expect(integration.nextWakeAt()).toBeLessThanOrEqual(clock.now() + minuteMs);
    webhook.answer = async () => undefined;
    await simulation.open();
    await simulation.live(5 * minuteMs);
    expect(webhook.told).toEqual(['problem choice_missing']);
    expect(webhook.tried).toHaveLength(2);
  });

  test('until the integration is deleted leaves nothing behind', async () => {
    const { simulation, webhook } = await watched(noEntry);
    let arrive = () => {};
    webhook.answer = () =>
      new Promise((resolve) => {
        arrive = resolve;
      });
    await park(simulation, 1);
    await simulation.clock.settle(simulation.integration.run(simulation.budget));
    simulation.integration.tell();
    await simulation.clock.advance(minuteMs);
    const telling = simulation.integration.tell();
    await simulation.integration.close();
    simulation.sql.exec('DROP TABLE incidents');
    simulation.sql.exec('DELETE FROM meta');
    arrive();
    await telling;
    expect(simulation.sql.exec('SELECT * FROM meta')).toEqual([]);
    expect(simulation.logged.join()).not.toContain('alert_failed');
  });
});

test('a stall is told to each channel once, and its end too, though one of them fails meanwhile', async () => {
  const { simulation, webhook, email } = await watched();
  webhook.answer = async () => {
    throw new Undelivered('answered 500');
  };
  simulation.integration.noteStall();
  await simulation.clock.settle(simulation.integration.tell() ?? Promise.resolve());
  await simulation.live(10 * minuteMs);
  expect(email.told).toEqual(['problem stalled', 'solved stalled']);
  expect(webhook.told).toEqual([]);
  webhook.answer = async () => undefined;
  await simulation.live(2 * hourMs);
  expect(webhook.told).toEqual(['problem stalled', 'solved stalled']);
  expect(email.taken).toHaveLength(2);
  expect(simulation.sql.exec('SELECT * FROM incidents')).toEqual([]);
});

test('what comes back while its end is being told is told anew', async () => {
  const { simulation, webhook, email } = await watched(noEntry);
  await park(simulation, 1);
  await simulation.live(minuteMs);
  let arrive = () => {};
  webhook.answer = (alert) =>
    alert.kind === 'problem'
      ? Promise.resolve()
      : new Promise((resolve) => {
          arrive = resolve;
        });
  await repair(simulation);
  await simulation.clock.settle(simulation.integration.run(simulation.budget));
  const telling = simulation.integration.tell();
  await simulation.clock.advance(0);
  await simulation.integration.configure(document(noEntry));
  await park(simulation, 1, 1);
  await simulation.clock.settle(simulation.integration.run(simulation.budget));
  arrive();
  await simulation.clock.settle(telling ?? Promise.resolve());
  await simulation.live(hourMs);
  const told = ['problem choice_missing', 'solved choice_missing', 'problem choice_missing'];
  expect([webhook.told, email.told]).toEqual([told, told]);
});

test('many causes at once are told in several goes, so that no invocation makes too many calls', async () => {
  const { simulation, webhook } = await watched();
  const causes = ['a', 'b', 'c', 'd', 'e'].map((letter) => `code_${letter}`);
  await park(simulation, 5);
  await simulation.live(minuteMs);
  causes.forEach((code, index) => {
    const problem = JSON.stringify({ kind: 'rejected', code, params: {} });
    simulation.sql.exec("UPDATE tasks SET state = 'parked', problem = ? WHERE id = ?", problem, index + 1);
  });
  await simulation.run();
  await simulation.clock.advance(minuteMs);
  await simulation.run();
  expect(webhook.taken).toHaveLength(3);
  expect(simulation.integration.nextWakeAt()).toBeLessThanOrEqual(simulation.clock.now());
  await simulation.run();
  expect(webhook.told.toSorted()).toEqual(causes.map((code) => `problem ${code}`));
});

test('without a channel nothing is told, and what is over is forgotten', async () => {
  const simulation = await new Simulation().configured(noEntry);
  await park(simulation, 2);
  await simulation.live(hourMs);
  simulation.integration.noteStall();
  expect(simulation.sql.exec('SELECT cause, told FROM incidents')).toEqual([
    { cause: 'parked:orders:shop:books:choice_missing', told: '{}' },
  ]);
  expect(simulation.integration.tell()).toBeNull();
  await repair(simulation);
  await simulation.live(minuteMs);
  expect(simulation.sql.exec('SELECT * FROM incidents')).toEqual([]);
});
