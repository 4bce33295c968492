import { Calls } from './calls.ts';
import { Faults, type FaultsSnapshot } from './kit/faults/faults.ts';
import { faultyAnswer } from './kit/faults/faulty-answer.ts';
import { LateWork } from './kit/faults/late-work.ts';
import type { Deliver, StandIn, World } from './kit/stand-in.ts';
import { earliest } from './kit/store/kept.ts';
import { createSystems, type Systems } from './systems.ts';

/** The systems together with what is common to them: faults and the log of calls. */
export class Sandbox {
  readonly systems: Systems;
  readonly faults: Faults;
  /** What will still be done of calls whose callers were told otherwise. */
  readonly late: LateWork;
  readonly calls = new Calls();
  readonly world: World;

  constructor(world: World, deliver: Deliver) {
    this.world = world;
    this.faults = new Faults(() => world.now());
    this.systems = createSystems(world, deliver);
    this.late = new LateWork(world, async (system, request) => this.standIn(system)?.handle(request));
  }

  standIns(): [string, StandIn][] {
    return Object.entries(this.systems);
  }

  standIn(id: string): StandIn | undefined {
    return this.standIns().find(([system]) => system === id)?.[1];
  }

  /** A request with the path of the real system, prefix taken off. */
  async handle(system: string, request: Request): Promise<Response> {
    const standIn = this.standIn(system);
    if (standIn === undefined) return new Response(`No system "${system}" here.`, { status: 404 });
    const at = this.world.now();
    const { pathname, searchParams } = new URL(request.url);
    const operation = standIn.operation ? await standIn.operation(request.clone()) : '';
    const path = pathname + operation;
    const fault = this.faults.take(system, request.method, path);
    const work = () => standIn.handle(request);
    const postpone = (afterMs: number) => this.late.add(system, request, afterMs);
    const answer = await (fault === undefined
      ? work()
      : faultyAnswer(fault, work, this.world, undefined, postpone));
    this.calls.add(
      {
        at,
        system,
        method: request.method,
        path,
        query: [...new Set(searchParams.keys())],
        status: answer.status,
        ...(fault === undefined ? {} : { fault: fault.kind }),
      },
      standIn.template(pathname) + operation,
    );
    return answer;
  }

  reset(seeded: boolean): void {
    this.faults.clear();
    this.late.clear();
    this.calls.clear();
    for (const [, standIn] of this.standIns()) standIn.reset(seeded);
  }

  nextDueAt(): number | null {
    const dates = this.standIns().flatMap(([, standIn]) => standIn.nextDueAt() ?? []);
    return earliest([...dates, this.late.nextDueAt()]);
  }

  async runDue(): Promise<void> {
    await this.late.runDue();
    await Promise.all(this.standIns().map(([, standIn]) => standIn.runDue()));
  }

  /** In parts, so that a change in one system does not rewrite the others. The log of calls is not kept. */
  snapshot(): Record<string, unknown> {
    const systems = this.standIns().map(([id, standIn]) => [id, standIn.snapshot()]);
    return { ...Object.fromEntries(systems), faults: this.faults.snapshot(), late: this.late.snapshot() };
  }

  restore(parts: Record<string, unknown>): void {
    for (const [id, standIn] of this.standIns()) if (parts[id] !== undefined) standIn.restore(parts[id]);
    // What `snapshot` made.
    if (parts.faults !== undefined) this.faults.restore(parts.faults as FaultsSnapshot);
    if (parts.late !== undefined) this.late.restore(parts.late as ReturnType<LateWork['snapshot']>);
  }
}
