import { createDurable } from 'itty-durable';
import type { Summary } from '../src/engine/views.ts';

/**
 * The list of integrations with their last summary. It runs on itty-durable, which can lose state
 * (docs/decisions/0004-itty-durable.md), so it holds nothing that the integrations do not send again: on every change
 * and on every wake-up. Its methods are reached through `directory-client.ts` only.
 */
export class DirectoryObject extends createDurable({ autoPersist: true }) {
  integrations: Record<string, Summary> = {};

  /** Takes JSON: arguments travel in a header, which holds ASCII only. */
  put(summary: string): { stored: true } {
    const given = JSON.parse(summary) as Summary;
    this.integrations = { ...this.integrations, [given.id]: given };
    return { stored: true };
  }

  remove(id: string): { removed: true } {
    this.integrations = Object.fromEntries(Object.entries(this.integrations).filter(([each]) => each !== id));
    return { removed: true };
  }

  list(): Summary[] {
    return Object.values(this.integrations).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
