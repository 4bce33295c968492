import { createHash } from 'node:crypto';
import type { Api } from '../../src/connectors/contract/api.ts';
import type { Connector } from '../../src/connectors/contract/connector.ts';
import { Locks } from '../../src/engine/work/locks.ts';
import type { FlowContext, Outcome, Step } from '../../src/flows/contract.ts';
import type { Link } from '../../src/flows/links.ts';
import { orders } from '../../src/flows/orders/index.ts';
import { type OrdersSettings, ordersSettings } from '../../src/flows/orders/settings.ts';
import { noNotices, noStepsBack, openly } from '../flows/journal.ts';
import { noLinks } from '../flows/no-links.ts';

interface System {
  readonly name: string;
  readonly connector: Connector;
  readonly api: Api & { now(): Date };
}

/** The orders flow between two systems that their stand-ins play; its links and steps are in memory. */
export class CarriedOrders {
  readonly links = new Map<string, Link<object>>();
  readonly #steps = new Map<string, Step>();
  readonly #exclusive = new Locks();
  readonly #settings: OrdersSettings;

  constructor(
    private readonly source: System,
    private readonly target: System,
    settings: Record<string, unknown> = {},
  ) {
    this.#settings = ordersSettings.parse(settings);
  }

  run(key: string): Promise<Outcome> {
    return orders.run(this.#context(key));
  }

  #context(key: string): FlowContext<OrdersSettings> {
    const { source, target, links } = this;
    const begun = (reference: string | null = null, meant: Step['meant'] = null): Step => ({
      ...{ intendedAt: target.api.now().getTime(), result: null, meant },
      reference,
    });
    return {
      ...{ key, source, target, settings: this.#settings, mapping: {} },
      linksBack: noLinks,
      stepsBack: noStepsBack,
      ...openly,
      ...noNotices,
      links: {
        get: (kind, each) => (links.get(`${kind} ${each}`) as never) ?? null,
        put: (kind, each, link) => void links.set(`${kind} ${each}`, link),
        forget: (kind, each) => void links.delete(`${kind} ${each}`),
        recordsOf: (kind, targetId) =>
          [...links]
            .filter(([name, link]) => name.startsWith(`${kind} `) && link.targetId === targetId)
            .map(([name]) => ({ key: name.slice(kind.length + 1), own: true })),
      },
      steps: {
        get: (name) => this.#steps.get(name) ?? null,
        begun: (prefix) => [...this.#steps.keys()].filter((name) => name.startsWith(prefix)),
        intend: (name, reference, meant) => void this.#steps.set(name, begun(reference, meant)),
        finish: (name, result) => void this.#steps.set(name, { ...begun(), result }),
        forget: (name) => void this.#steps.delete(name),
      },
      liveFrom: null,
      asked: false,
      named: false,
      leftOut: () => null,
      customersKept: false,
      ownWork: async () => 'no' as const,
      bring: () => 'absent',
      sells: () => undefined,
      sold: () => undefined,
      noteOwnWork: () => undefined,
      customerElsewhere: async () => 'unknown' as const,
      alike: { booked: () => 0, note: () => undefined },
      reverse: null,
      cachedIds: (_kind, keys, find) => find(keys),
      now: () => target.api.now(),
      fingerprint: async (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex'),
      exclusive: (each, work) => this.#exclusive.run(each, work),
      about: () => undefined,
      keep: () => undefined,
    };
  }
}

/** The id of what was made. */
export function madeId(outcome: Outcome): string {
  return outcome.kind === 'done' ? (outcome.targetId ?? '') : '';
}
