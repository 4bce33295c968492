import type { Alert, AlertChannel } from '../../../src/engine/reporting/alerts.ts';
import { document, minuteMs, Simulation } from '../../support/simulation.ts';

/** Somewhere that alerts go, which answers as it is told. */
class FakeChannel implements AlertChannel {
  readonly tried: Alert[] = [];
  readonly taken: Alert[] = [];
  answer: (alert: Alert) => Promise<void> = async () => undefined;

  constructor(readonly name: AlertChannel['name']) {}

  async send(alert: Alert): Promise<void> {
    this.tried.push(alert);
    await this.answer(alert);
    this.taken.push(alert);
  }

  get told(): string[] {
    return this.taken.map(({ kind, code }) => `${kind} ${code}`);
  }
}

/** A flow that parks every order. */
export const noEntry = { settings: { paymentMethods: { map: { Nothing: 'pay_later' } } } };

/** An integration at rest, with both channels. */
export async function watched(flow: Record<string, unknown> = {}) {
  const simulation = new Simulation();
  const [webhook, email] = [new FakeChannel('webhook'), new FakeChannel('email')];
  simulation.channels = [webhook, email];
  await simulation.configured(flow);
  await simulation.live(minuteMs);
  return { simulation, webhook, email, ...simulation };
}

export async function park(simulation: Simulation, count: number, from = 0): Promise<void> {
  for (let number = from; number < from + count; number++) {
    simulation.outside.sell(`SO-${number}`);
    await simulation.hook(`SO-${number}`);
  }
}

export async function repair(simulation: Simulation): Promise<void> {
  await simulation.integration.configure(document());
  simulation.integration.retryParked();
}
