import { DurableObject } from 'cloudflare:workers';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { World as Clock } from './kit/stand-in.ts';
import { sandboxRoutes } from './routes.ts';
import { Sandbox } from './sandbox.ts';
import { SnapshotStore } from './snapshot-store.ts';

export interface Env {
  WORLD: DurableObjectNamespace<World>;
  /** JSON, laid over the defaults when the sandbox first starts: `{"jortt": {…}, "ecwid": {…}}`. */
  SETTINGS?: string;
  /** "false" starts without orders. */
  SEED?: string;
  /** "false" keeps nothing on disk, for benchmarks. */
  PERSIST?: string;
}

const saveWithinMs = 1000;

/** All systems in one object, so that there is one state, which survives a restart. */
export class World extends DurableObject<Env> {
  readonly #sandbox = new Sandbox(realWorld, (request) => fetch(request));
  readonly #routes: Hono = sandboxRoutes(this.#sandbox);
  readonly #store: SnapshotStore;
  #saving: Promise<void> | undefined;
  #writing: Promise<void> | undefined;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    this.#store = new SnapshotStore(context.storage);
    context.blockConcurrencyWhile(() => this.#start());
  }

  override async fetch(request: Request): Promise<Response> {
    const answer = await this.#routes.fetch(request);
    await this.#afterwards();
    return answer;
  }

  override async alarm(): Promise<void> {
    await this.#afterwards();
  }

  async #start(): Promise<void> {
    const parts = await this.#store.read();
    if (Object.keys(parts).length > 0) {
      this.#sandbox.restore(parts);
      return;
    }
    const settings = z.record(z.string(), z.unknown()).parse(JSON.parse(this.env.SETTINGS ?? '{}'));
    for (const [system, each] of Object.entries(settings)) this.#sandbox.standIn(system)?.change(each);
    this.#sandbox.reset(this.env.SEED !== 'false');
  }

  /** Saves soon, and sees to what the systems have to do by themselves. */
  async #afterwards(): Promise<void> {
    if (this.env.PERSIST !== 'false') this.#saving ??= this.#saveSoon();
    let dueAt = this.#sandbox.nextDueAt();
    if (dueAt !== null && dueAt <= Date.now()) {
      this.ctx.waitUntil(this.#sandbox.runDue().then(() => this.#afterwards()));
      dueAt = this.#sandbox.nextDueAt();
    }
    if (dueAt !== null) await this.ctx.storage.setAlarm(Math.max(dueAt, Date.now()));
  }

  async #saveSoon(): Promise<void> {
    await realWorld.sleep(saveWithinMs);
    // Writes do not overlap: a slow write of an older state must not finish last.
    await this.#writing;
    this.#saving = undefined;
    this.#writing = this.#store.write(this.#sandbox.snapshot());
    await this.#writing;
  }
}

const realWorld: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};
