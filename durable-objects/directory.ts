import { createDurable } from 'itty-durable';
import type { OrdersOf } from '../src/engine/configuration/order-rings.ts';
import type { Summary } from '../src/engine/reporting/views.ts';
import { marksIn, type Related } from './relation-marks.ts';

/** Every entry is stored under a key of its own. */
const prefix = 'entry:';

/**
 * The list of integrations with their last summary. It runs on itty-durable, which can lose state
 * (docs/decisions/0004-itty-durable.md), so it holds nothing that the integrations do not send again: on every change
 * and on every wake-up. Its methods are reached through `directory-client.ts` only.
 */
export class DirectoryObject extends createDurable() {
  integrations: Record<string, Summary> = {};

  /** Called by itty-durable before the first request. */
  override async onLoad(): Promise<void> {
    const storage = storageOf(this);
    for (const entry of (await storage.list<Summary>({ prefix })).values())
      this.integrations[entry.id] = entry;
    // Earlier versions kept all entries in one value.
    if ((await storage.get('data')) === undefined) return;
    for (const entry of this.list()) await storage.put(`${prefix}${entry.id}`, entry);
    await storage.delete('data');
  }

  /**
   * Takes JSON: arguments travel in a header, which holds ASCII only. Everybody sends the same every minute, so an entry is
   * stored only when it says something else; how old it is stays in memory.
   */
  async put(summary: string): Promise<{ stored: boolean; isRelatedAnew: boolean }> {
    const entry = JSON.parse(summary) as Summary;
    const before = this.integrations[entry.id];
    this.integrations = { ...this.integrations, [entry.id]: entry };
    const isRelatedAnew = JSON.stringify(before?.relations) !== JSON.stringify(entry.relations);
    if (before !== undefined && telling(before) === telling(entry)) return { stored: false, isRelatedAnew };
    await storageOf(this).put(`${prefix}${entry.id}`, entry);
    return { stored: true, isRelatedAnew };
  }

  async remove(id: string): Promise<{ removed: boolean }> {
    const removed = Object.hasOwn(this.integrations, id);
    this.integrations = Object.fromEntries(Object.entries(this.integrations).filter(([each]) => each !== id));
    if (removed) await storageOf(this).delete(`${prefix}${id}`);
    return { removed };
  }

  /** The other integrations with these accounts, which stay here: nobody is shown them. */
  sharing(id: string, accounts: string): string[] {
    return Object.values(this.integrations)
      .filter((each) => each.id !== id && each.accounts?.join() === accounts)
      .map((each) => each.id);
  }

  /** The other integrations over any of these accounts, and those of these ids that are here. Both come as JSON. */
  related(id: string, marks: string, ids: string): Related[] {
    const about = new Set<string>(JSON.parse(marks));
    const asked = new Set<string>(JSON.parse(ids));
    return this.othersThan(id).filter(
      (each) => asked.has(each.id) || marksIn(each.relations).some((mark) => about.has(mark)),
    );
  }

  /** Which way the orders of all other integrations go. */
  orders(id: string): OrdersOf[] {
    return this.othersThan(id).map((each) => ({ id: each.id, orders: each.relations.orders }));
  }

  private othersThan(id: string): Related[] {
    return this.list().flatMap(({ id: other, relations }) =>
      other === id || relations === undefined ? [] : [{ id: other, relations }],
    );
  }

  list(): Summary[] {
    return Object.values(this.integrations).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

function storageOf({ state }: { state: object }): DurableObjectStorage {
  return (state as DurableObjectState).storage;
}

function telling({ updatedAt: _, ...entry }: Summary): string {
  return JSON.stringify(entry);
}
