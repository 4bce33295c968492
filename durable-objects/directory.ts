import { createDurable } from 'itty-durable';
import type { Summary } from '../src/engine/reporting/views.ts';

/**
 * The list of integrations with their last summary. It runs on itty-durable, which can lose state
 * (docs/decisions/0004-itty-durable.md), so it holds nothing that the integrations do not send again: on every change
 * and on every wake-up. Its methods are reached through `directory-client.ts` only.
 */
export class DirectoryObject extends createDurable() {
  integrations: Record<string, Summary> = {};

  /** Takes JSON: arguments travel in a header, which holds ASCII only. */
  async put(summary: string): Promise<{ stored: true }> {
    const entry = JSON.parse(summary) as Summary;
    this.integrations = { ...this.integrations, [entry.id]: entry };
    // Not `autoPersist`: that writes after every reading of the list too, and every write is billed.
    await this.persist();
    return { stored: true };
  }

  async remove(id: string): Promise<{ removed: true }> {
    this.integrations = Object.fromEntries(Object.entries(this.integrations).filter(([each]) => each !== id));
    await this.persist();
    return { removed: true };
  }

  /** The other integrations with these accounts, which stay here: nobody is shown them. */
  sharing(id: string, accounts: string): string[] {
    return Object.values(this.integrations)
      .filter((each) => each.id !== id && each.accounts?.join() === accounts)
      .map((each) => each.id);
  }

  list(): Summary[] {
    return Object.values(this.integrations).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
