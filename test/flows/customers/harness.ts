import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Locks } from '../../../src/engine/work/locks.ts';
import type { CustomerElsewhere, FlowContext, Outcome, Preview, Step } from '../../../src/flows/contract.ts';
import { customers } from '../../../src/flows/customers/index.ts';
import { type CustomersSettings, customersSettings } from '../../../src/flows/customers/settings.ts';
import type { CustomerLink, Links } from '../../../src/flows/links.ts';
import { canonicalJson } from '../../../src/records/canonical-json.ts';
import { identityParts } from '../../../src/records/identity.ts';
import { Problem, problem } from '../../../src/records/problem.ts';
import { noNotices, openly } from '../journal.ts';
import { FakeSystem, type Row } from './fake-system.ts';

export type Settings = z.input<typeof customersSettings>;
export type Way = 'ab' | 'ba';

export interface Given {
  readonly a?: FakeSystem;
  readonly b?: FakeSystem;
  readonly settings?: Settings;
  readonly mapping?: Readonly<Record<string, string>>;
  /** Settings of the way back; absent where there is none. */
  readonly back?: Settings;
  readonly backMapping?: Readonly<Record<string, string>>;
}

/** The customers flow between two systems, with all that the engine gives it kept in memory. */
export class Between {
  readonly a: FakeSystem;
  readonly b: FakeSystem;
  readonly links = new Map<string, CustomerLink>();
  readonly steps = new Map<string, Step>();
  readonly kept = new Map<string, unknown>();
  readonly people: (string | null)[] = [];
  /** Whether a person asked for what is run. */
  asked = false;
  /** Whether for just that, and not for all of a period. */
  byName = true;
  now = Date.parse('2026-03-02T12:00:00Z');
  /** What other integrations know of every record of the source. */
  elsewhere: CustomerElsewhere | ((email: string | undefined) => CustomerElsewhere) = 'unknown';
  /** May throw, as the death of the object at this moment would. */
  storing: (what: string) => void = () => undefined;
  settings: Record<Way, CustomersSettings | null>;
  mapping: Record<Way, Readonly<Record<string, string>>>;
  readonly exclusive = new Locks();

  constructor({ a, b, settings = {}, mapping = {}, back, backMapping = {} }: Given = {}) {
    this.a = a ?? new FakeSystem('a');
    this.b = b ?? new FakeSystem('b');
    this.settings = {
      ab: customersSettings.parse(settings),
      ba: back ? customersSettings.parse(back) : null,
    };
    this.mapping = { ab: mapping, ba: backMapping };
  }

  run(key: string, way: Way = 'ab'): Promise<Outcome> {
    return customers.run(this.context(key, way));
  }

  /** The problem that a task for this customer ends with. */
  async problem(key: string, way: Way = 'ab'): Promise<Problem> {
    const ended = await this.run(key, way).catch((error: unknown) => error);
    if (ended instanceof Problem) return ended;
    throw new Error(`ended with ${String(ended instanceof Error ? ended.stack : JSON.stringify(ended))}`);
  }

  preview(key: string): Promise<Preview> {
    return customers.preview(this.context(key, 'ab'));
  }

  /** A person leaves the task of this customer out. */
  accept(key: string, way: Way = 'ab'): void {
    customers.accept?.(key, this.#links(way));
  }

  unaccept(key: string, way: Way = 'ab'): void {
    customers.unaccept?.(key, this.#links(way));
  }

  /** Carries every change of both until there is none left. Returns what was run, as `ab a1`. */
  async rest(): Promise<string[]> {
    const ran: string[] = [];
    while (ran.length < 50) {
      const next = (
        [
          ['ab', this.a],
          ['ba', this.b],
        ] as const
      ).find(([, { changed }]) => changed.size > 0);
      if (!next) return ran;
      const [way, system] = next;
      const [key = ''] = system.changed;
      system.changed.delete(key);
      await this.run(key, way);
      ran.push(`${way} ${key}`);
    }
    throw new Error(`never at rest: ${ran.join(', ')}`);
  }

  /** The same where records may be parked. */
  async restWithParked(): Promise<void> {
    for (let tries = 0; tries < 20; tries++) {
      const ended = await this.rest().catch((error: unknown) => error);
      if (!(ended instanceof Problem)) {
        if (ended instanceof Error) throw ended;
        return;
      }
      if (ended.kind !== 'rejected') throw ended;
    }
    throw new Error('never at rest');
  }

  /** Carries what changed in both at the same time, round after round, until nothing has. Returns the number of rounds. */
  async restTogether(): Promise<number> {
    for (let round = 0; round < 20; round++) {
      const changed = [
        ...[...this.a.changed].map((key) => [key, 'ab'] as const),
        ...[...this.b.changed].map((key) => [key, 'ba'] as const),
      ];
      if (changed.length === 0) return round;
      for (const { changed } of [this.a, this.b]) changed.clear();
      await Promise.all(changed.map(([key, way]) => this.run(key, way)));
    }
    throw new Error('never at rest');
  }

  /** Enters a customer in A; the flow has not seen it yet. */
  enter(row: Row = {}): string {
    return this.a.enter({ ...noor, ...row });
  }

  /** The link of a private person with this address, with what was written to the record that it leads to. */
  async linkOf(way: Way, email: string): Promise<CustomerLink | undefined> {
    const identity = { kind: 'person', name: '', vatNumber: undefined } as const;
    const link = this.links.get(`${way} customer ${await fingerprint(identityParts(email, identity))}`);
    return link && { ...link, ...this.links.get(`${way} customer to:${link.targetId}`) };
  }

  forgetCalls(): void {
    for (const { calls } of [this.a, this.b]) calls.length = 0;
  }

  get calls(): string[] {
    return [...this.a.calls, ...this.b.calls];
  }

  context(key: string, way: Way): FlowContext<CustomersSettings> {
    const { a, b, steps } = this;
    const [from, to] = way === 'ab' ? [a, b] : [b, a];
    const backWay = way === 'ab' ? 'ba' : 'ab';
    const settings = this.settings[way];
    const back = this.settings[backWay];
    if (settings === null) throw new Error('there is no such flow');
    return {
      key,
      source: { name: from.name, connector: from.connector, api: from.api },
      target: { name: to.name, connector: to.connector, api: to.api },
      settings,
      mapping: this.mapping[way],
      links: this.#links(way),
      linksBack: this.#links(backWay),
      liveFrom: null,
      asked: this.asked,
      named: this.asked && this.byName,
      leftOut: () => null,
      customersKept: false,
      ownWork: async () => 'no' as const,
      bring: () => 'absent',
      sells: () => undefined,
      sold: () => undefined,
      noteOwnWork: () => undefined,
      customerElsewhere: async (_of, _id, email) =>
        typeof this.elsewhere === 'function' ? this.elsewhere(email) : this.elsewhere,
      alike: { booked: () => 0, note: () => undefined },
      reverse: back && {
        settings: back,
        mapping: this.mapping[backWay],
        links: this.#links(backWay),
        notice: (id) => this.#store('notice', () => to.changed.add(id)),
        wrote: () => undefined,
      },
      stepsBack: {
        get: (name) => steps.get(`${backWay} ${name}`) ?? null,
        finish: (name, result) => this.#finish(`${backWay} ${name}`, result),
        begun: (prefix) =>
          [...steps.keys()]
            .filter((name) => name.startsWith(`${backWay} ${prefix}`))
            .map((name) => name.slice(backWay.length + 1)),
      },
      ...openly,
      ...noNotices,
      steps: {
        get: (name) => steps.get(`${way} ${name}`) ?? null,
        begun: (prefix) =>
          [...steps.keys()]
            .filter((name) => name.startsWith(`${way} ${prefix}`))
            .map((name) => name.slice(way.length + 1)),
        intend: (name, reference) =>
          this.#store('intend', () =>
            steps.set(`${way} ${name}`, { ...begun, reference: reference ?? null, intendedAt: this.now }),
          ),
        finish: (name, result) => this.#finish(`${way} ${name}`, result),
        forget: (name) => this.#store('forget', () => steps.delete(`${way} ${name}`)),
      },
      cachedIds: (_kind, keys, find) => find(keys),
      now: () => new Date(this.now),
      fingerprint,
      exclusive: (each, work) => this.exclusive.run(each, work),
      about: (emailFingerprint) => void this.people.push(emailFingerprint),
      keep: (name, value) => void this.kept.set(name, value),
    };
  }

  #links(way: Way): Links {
    const { links } = this;
    return {
      get: (kind, each) => (links.get(`${way} ${kind} ${each}`) as never) ?? null,
      put: (kind, each, link) =>
        this.#store('link', () => links.set(`${way} ${kind} ${each}`, link as CustomerLink)),
      forget: (kind, each) => this.#store('unlink', () => links.delete(`${way} ${kind} ${each}`)),
      recordsOf: (kind, targetId) =>
        [...links]
          .filter(([name, link]) => name.startsWith(`${way} ${kind} `) && link.targetId === targetId)
          .map(([name]) => ({ key: name.slice(`${way} ${kind} `.length), own: true })),
    };
  }

  #finish(name: string, result: string): void {
    this.#store('finish', () =>
      this.steps.set(name, { ...begun, intendedAt: this.now, ...this.steps.get(name), result }),
    );
  }

  #store(what: string, change: () => unknown): void {
    this.storing(what);
    change();
  }
}

const begun = { result: null, reference: null, meant: null };

export async function fingerprint(value: unknown): Promise<string> {
  return createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 24);
}

export const noor = {
  kind: 'person',
  email: 'Noor@Example.com',
  name: 'Noor de Wit',
  phone: '+31 38 000000',
  street: 'Kade 12',
  country: 'NL',
};

/** A write that was never answered. */
export function unanswered(): Problem {
  return problem('outcome-unknown', 'timed_out', { system: 'B' });
}

/** A write that the target would not have. */
export function refused(): Problem {
  return problem('rejected', 'refused', { system: 'B', status: 422, said: 'no' });
}

export function away(): Problem {
  return problem('retry', 'network_failed', { system: 'B' });
}
