import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { Locks } from '../../../src/engine/work/locks.ts';
import { categories } from '../../../src/flows/categories/index.ts';
import { type CategoriesSettings, categoriesSettings } from '../../../src/flows/categories/settings.ts';
import type { Endpoint, FlowContext, Outcome, Preview, Step } from '../../../src/flows/contract.ts';
import type { CategoryLink, Links } from '../../../src/flows/links.ts';
import { canonicalJson } from '../../../src/records/canonical-json.ts';
import { Problem, problem } from '../../../src/records/problem.ts';
import { noNotices, openly } from '../journal.ts';
import { FakeShop } from './fake-shop.ts';

export type Settings = z.input<typeof categoriesSettings>;
export type Way = 'ab' | 'ba';

interface Flows {
  readonly settings?: Settings;
  readonly mapping?: Readonly<Record<string, string>>;
  /** Settings of the way back; absent where there is none. */
  readonly back?: Settings;
}

/** A system that the flow runs between. `changed`: ids of which it has a notice to give. */
interface End extends Endpoint {
  readonly changed: Set<string>;
}

/** The categories flow between two systems, with all that the engine gives it kept in memory. */
export class Pair<System extends End> {
  readonly links = new Map<string, CategoryLink>();
  readonly steps = new Map<string, Step>();
  readonly kept = new Map<string, unknown>();
  asked = false;
  named = false;
  now = Date.parse('2026-03-02T12:00:00Z');
  /** May throw, as the death of the object at this moment would. */
  storing: (what: string) => void = () => undefined;
  readonly settings: Record<Way, CategoriesSettings | null>;
  readonly #mapping: Readonly<Record<string, string>>;
  readonly #locks = new Locks();

  constructor(
    readonly a: System,
    readonly b: System,
    { settings = {}, mapping = {}, back }: Flows = {},
  ) {
    this.#mapping = mapping;
    this.settings = {
      ab: categoriesSettings.parse(settings),
      ba: back ? categoriesSettings.parse(back) : null,
    };
  }

  run(key: string, way: Way = 'ab'): Promise<Outcome> {
    return categories.run(this.#context(key, way));
  }

  preview(key: string): Promise<Preview> {
    return categories.preview(this.#context(key, 'ab'));
  }

  accept(key: string, way: Way = 'ab'): void {
    categories.accept?.(key, this.#links(way));
  }

  unaccept(key: string, way: Way = 'ab'): void {
    categories.unaccept?.(key, this.#links(way));
  }

  /** The problem that a task for this category ends with. */
  async problem(key: string, way: Way = 'ab'): Promise<Problem> {
    const ended = await this.run(key, way).catch((error: unknown) => error);
    if (ended instanceof Problem) return ended;
    throw new Error(`ended with ${String(ended instanceof Error ? ended.stack : JSON.stringify(ended))}`);
  }

  /** Carries every change until there is none left. `pick` chooses among those there are. Returns the keys that are parked. */
  async rest(pick: (count: number) => number = () => 0): Promise<ReadonlySet<string>> {
    const parked = new Set<string>();
    for (let runs = 0; runs < 400; runs++) {
      const due = this.#due();
      const next = due[pick(due.length)];
      if (next === undefined) return parked;
      await this.#runOne(next, parked);
    }
    throw new Error('never at rest');
  }

  /** The same, with all that is due at the same time. */
  async restTogether(): Promise<ReadonlySet<string>> {
    const parked = new Set<string>();
    for (let round = 0; round < 40; round++) {
      const due = this.#due();
      if (due.length === 0) return parked;
      await Promise.all(due.map((each) => this.#runOne(each, parked)));
    }
    throw new Error('never at rest');
  }

  #due(): (readonly [key: string, way: Way])[] {
    const back = this.settings.ba === null ? [] : [...this.b.changed];
    return [
      ...[...this.a.changed].map((key) => [key, 'ab'] as const),
      ...back.map((key) => [key, 'ba'] as const),
    ];
  }

  async #runOne([key, way]: readonly [key: string, way: Way], parked: Set<string>): Promise<void> {
    const { changed } = way === 'ab' ? this.a : this.b;
    changed.delete(key);
    try {
      await this.run(key, way);
      parked.delete(key);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.kind === 'rejected' || error.code === 'category_parent_parked') parked.add(key);
      else changed.add(key);
    }
  }

  #context(key: string, way: Way): FlowContext<CategoriesSettings> {
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
      mapping: way === 'ab' ? this.#mapping : {},
      links: this.#links(way),
      linksBack: this.#links(backWay),
      liveFrom: null,
      asked: this.asked,
      named: this.named,
      leftOut: () => null,
      customersKept: false,
      ownWork: async () => 'no' as const,
      bring: () => 'absent',
      sells: () => undefined,
      sold: () => undefined,
      noteOwnWork: () => undefined,
      customerElsewhere: async () => 'unknown' as const,
      alike: { booked: () => 0, note: () => undefined },
      reverse: back && {
        settings: back,
        mapping: backWay === 'ab' ? this.#mapping : {},
        links: this.#links(backWay),
        notice: (id) => void to.changed.add(id),
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
      lookAt: (each) => void from.changed.add(each),
      steps: {
        get: (name) => steps.get(`${way} ${name}`) ?? null,
        intend: (name, reference) =>
          this.#store('intend', () =>
            steps.set(`${way} ${name}`, { ...begun, reference: reference ?? null, intendedAt: this.now }),
          ),
        begun: (prefix) =>
          [...steps.keys()]
            .filter((name) => name.startsWith(`${way} ${prefix}`))
            .map((name) => name.slice(way.length + 1)),
        finish: (name, result) => this.#finish(`${way} ${name}`, result),
        forget: (name) => this.#store('forget', () => steps.delete(`${way} ${name}`)),
      },
      cachedIds: (_kind, keys, find) => find(keys),
      now: () => new Date(this.now),
      fingerprint: async (value) =>
        createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 24),
      exclusive: (each, work) => this.#locks.run(each, work),
      about: () => undefined,
      keep: (name, value) => void this.kept.set(name, value),
    };
  }

  #links(way: Way): Links {
    const { links } = this;
    return {
      get: (kind, each) => (links.get(`${way} ${kind} ${each}`) as never) ?? null,
      put: (kind, each, link) =>
        this.#store('link', () => links.set(`${way} ${kind} ${each}`, link as CategoryLink)),
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

export interface Given extends Flows {
  readonly a?: FakeShop;
  readonly b?: FakeShop;
}

/** The same between two shops in memory. */
export class Between extends Pair<FakeShop> {
  constructor({ a = new FakeShop('a'), b = new FakeShop('b'), ...flows }: Given = {}) {
    super(a, b, flows);
  }

  forgetCalls(): void {
    for (const { calls } of [this.a, this.b]) calls.length = 0;
  }

  get calls(): string[] {
    return [...this.a.calls, ...this.b.calls];
  }

  get writes(): string[] {
    return [...this.a.writes, ...this.b.writes];
  }
}

const begun = { result: null, reference: null, meant: null };

/** A write that was never answered. */
export function unanswered(): Problem {
  return problem('outcome-unknown', 'timed_out', { system: 'B' });
}
