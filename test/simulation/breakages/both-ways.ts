import type { Parts, StoredCustomer } from '../../../src/connectors/contract/target.ts';
import { type Breakage, blindTo } from './breakage.ts';

/** What may be wrong with an engine that carries records both ways, or in a ring. */
export const bothWays = {
  'its own mark is ignored, and what it has made': {
    // The links and the journal, by which an integration and its siblings tell their own documents.
    ...blindTo(/record IN \('order', 'credit'\)|FROM steps WHERE instr\(name/),
    orders: (source) => ({
      ...source,
      get: async (api, key) => {
        const order = await source.get(api, key);
        return order && { ...order, madeByKoppel: false };
      },
    }),
  },
  'a record is written as a whole': {
    customers: (target) => ({ ...target, narrowed: (body) => body }),
  },
  'whatever stands there after a write is taken for its echo': {
    customers: (target) => {
      const partsOf = new WeakMap<object, { -readonly [name in keyof Parts]: Parts[name] }>();
      const written = new Map<string, StoredCustomer>();
      const partsIn = (existing: StoredCustomer) => {
        const parts = partsOf.get(existing) ?? { ...target.partsIn(existing) };
        partsOf.set(existing, parts);
        return parts;
      };
      return {
        ...target,
        partsIn,
        update: async (api, existing, body) => {
          await target.update(api, existing, body);
          written.set(existing.id, existing);
        },
        get: async (api, id) => {
          const now = await target.get(api, id);
          const before = written.get(id);
          written.delete(id);
          if (now !== null && before !== undefined) pretend(partsIn(before), target.partsIn(now));
          return now;
        },
      };
    },
  },
  'there is no moment of going live': blindTo(/^SELECT live_from/),
} satisfies Record<string, Breakage>;

/** As if it had stood there before the write already. */
function pretend(before: Record<string, unknown>, now: Parts): void {
  for (const name of Object.keys(before)) delete before[name];
  Object.assign(before, now);
}
