import { whole } from '../../../sandbox/kit/random.ts';
import { Sandbox } from '../../../sandbox/sandbox.ts';
import type { Log } from '../../../src/engine/log.ts';
import { hookOf } from '../../support/hook-of.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';
import type { Breakage } from '../breakages/breakage.ts';
import type { Trace } from '../trace.ts';
import { changedCustomer, isForConnection, isUpdate, isWrite, makesCustomer } from '../world/call-line.ts';
import { anyTrouble, lateTrouble, type Trouble } from '../world/faults.ts';
import type { Call } from '../world/network.ts';
import { publicUrl } from '../world/platform.ts';
import { Member } from './member.ts';
import { Crowd } from './people/crowd.ts';
import type { SystemName } from './people/desk.ts';
import { deskOf } from './people/desks.ts';
import type { RingScenario } from './scenario.ts';

const minuteMs = 60_000;
const patienceMs = 80 * 60 * minuteMs;
const moreForWrites = 2;
/** A ring that has written so much will never come to rest. */
const maxWrites = 150;

/** A system that could not be asked for webhooks: it is asked again. */
const askedAgain = 'hooks_not_asked';

/** Somebody works on a customer that is being made within so long. */
const maxUnansweredMs = 600_000;

/** What the engine wrote in a system. */
export interface Writing {
  readonly at: number;
  readonly system: string;
  /** `PUT /v3/customers/330001` */
  readonly line: string;
}

/** Says that it is done, and nothing is: of an update there is no other answer to tell it by. */
function isDenial(trouble: Trouble): boolean {
  return trouble.kind === 'sandbox' && trouble.rule.kind === 'empty';
}

/** Systems that integrations join in a circle, with the people who work in them. */
export class Ring {
  readonly startedAt: number;
  /** When the integrations go live. */
  readonly liveAt: number;
  readonly sandbox: Sandbox;
  readonly members: readonly Member[];
  readonly crowd: Crowd;
  readonly writings: Writing[] = [];
  /** What went wrong with the run itself. */
  readonly errors: string[] = [];
  readonly logged: string[] = [];
  isCalm = false;
  #cancelPump: () => void = () => undefined;

  constructor(
    readonly clock: VirtualClock,
    readonly scenario: RingScenario,
    readonly trace: Trace,
    readonly breakage: Breakage,
  ) {
    this.startedAt = clock.now();
    this.liveAt = this.startedAt + minuteMs;
    this.sandbox = new Sandbox(clock, (request) => this.#deliver(request));
    this.sandbox.reset(false);
    const desks = scenario.systems.map((system) => deskOf(system, this.sandbox));
    this.members = scenario.integrations.map((routes, index) => new Member(this, `i${index + 1}`, routes));
    const told = this.members.find(({ routes }) => routes.some(({ from }) => from === 'ecwid'));
    this.sandbox.systems.ecwid.change({ webhookUrl: `${publicUrl}/hooks/${told?.id}/ecwid` });
    for (const [system, settings] of Object.entries(scenario.settings))
      this.sandbox.standIn(system)?.change(settings);
    const isLinked = (system: SystemName, id: string) =>
      this.members.some((member) => member.isLinked(system, id));
    const isBeingMade = (system: SystemName, id: string, there: SystemName) =>
      this.members.some((member) => member.isBeingMade(system, id, there));
    this.crowd = new Crowd({ clock, desks, isLinked, isBeingMade, trace });
  }

  /** Something that happens at a moment of the run. */
  at(ms: number, work: () => void | Promise<void>): void {
    this.clock.timer(this.startedAt + ms - this.clock.now(), () => {
      Promise.resolve()
        .then(work)
        .then(() => this.pump())
        .catch((error: unknown) => this.errors.push(String(error instanceof Error ? error.stack : error)));
    });
  }

  /** Sees to what the systems do by themselves: webhooks, invoices on their way. */
  pump(): void {
    this.#cancelPump();
    const due = this.sandbox.nextDueAt();
    if (due === null) return;
    this.#cancelPump = this.clock.timer(due - this.clock.now(), () => {
      void this.sandbox.runDue().then(() => this.pump());
      this.pump();
    });
  }

  /** The cron of every object. */
  cron(): void {
    this.clock.timer(whole(() => this.clock.random(), 1, 5) * minuteMs, () => {
      for (const { platform } of this.members) void platform.wake();
      this.cron();
    });
  }

  /** A call of an integration arrives at its system. */
  async handle({ system, request, line }: Call): Promise<Response> {
    const answer = await this.sandbox.handle(system, request);
    if (!isWrite(line) || isForConnection(line) || !answer.ok) return answer;
    this.writings.push({ at: this.clock.now(), system, line });
    this.crowd.look();
    const customer = changedCustomer(line);
    if (customer !== null) this.#meddle(system, customer);
    return answer;
  }

  /** What becomes of a call. While one is not answered that makes a customer, somebody may work on just that customer. */
  async troubleOf({ system, request, line }: Call): Promise<Trouble | null> {
    const trouble = this.#trouble(system, line);
    if (trouble === null || !makesCustomer(line)) return trouble;
    const random = () => this.clock.random();
    if (random() >= this.scenario.unsettling) return trouble;
    const body = await request.clone().text();
    const at = this.clock.now() - this.startedAt + whole(random, 1_000, maxUnansweredMs);
    this.at(at, () => (this.isCalm ? undefined : this.crowd.unsettle(body)));
    return trouble;
  }

  #trouble(system: string, line: string): Trouble | null {
    if (this.isCalm) return null;
    const { faults, late } = this.scenario;
    const random = () => this.clock.random();
    if (isWrite(line) && !line.endsWith('/token') && random() < late) return lateTrouble(random);
    if (random() >= faults * (isWrite(line) ? moreForWrites : 1)) return null;
    const trouble = anyTrouble(random, system);
    return isUpdate(line) && isDenial(trouble) ? null : trouble;
  }

  /** Lets time pass until nothing is left to be done. Tells what is, when patience ends. */
  async settle(): Promise<void> {
    const until = this.clock.now() + patienceMs;
    for (;;) {
      await this.clock.runUntil(this.clock.now() + minuteMs);
      const left = this.#left();
      if (left === null) return;
      if (this.clock.now() < until && this.writings.length < maxWrites) continue;
      this.errors.push(`it does not come to rest: ${left} after ${this.writings.length} writings`);
      return;
    }
  }

  logOf(id: string): Log {
    const write = (event: string, fields: object, error?: unknown) => {
      this.logged.push(JSON.stringify({ event, ...fields }));
      this.trace(
        () => `${id} ${event} ${JSON.stringify(fields)} ${error instanceof Error ? error.stack : ''}`,
      );
      if (error !== undefined && event !== askedAgain)
        this.errors.push(`${event}: ${error instanceof Error ? error.stack : error}`);
    };
    return { info: write, error: write };
  }

  #left(): string | null {
    if (this.sandbox.nextDueAt() !== null) return 'a webhook or an invoice is on its way';
    const changedAt = Math.max(this.crowd.lastDeedAt, this.writings.at(-1)?.at ?? 0);
    return this.members.map((member) => member.left(changedAt)).find((left) => left !== null) ?? null;
  }

  /** Somebody works on the very record that was just written. */
  #meddle(system: string, id: string): void {
    const random = () => this.clock.random();
    if (this.isCalm || random() >= this.scenario.meddling) return;
    this.at(this.clock.now() - this.startedAt + whole(random, 1, 800), () => this.crowd.meddle(system, id));
  }

  async #deliver(request: Request): Promise<Response> {
    await this.clock.sleep(whole(() => this.clock.random(), 1, 50));
    const hook = await hookOf(request);
    const [, , member, connection = ''] = new URL(request.url).pathname.split('/');
    const told = this.members.find(({ id }) => id === member);
    const status = (await told?.platform.accept(connection, hook)) ?? 404;
    return new Response(null, { status });
  }
}
