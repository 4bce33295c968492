import type { LeftOutWhy } from '../../texts/left-out-why.ts';
import type { Clock } from '../clock.ts';
import {
  countLeftOutWith,
  leftOutWith,
  parkedFor,
  partFromRemedy,
  retryParkedFor,
} from '../storage/cause-tasks.ts';
import type { ParkedGroup } from '../storage/parked-groups.ts';
import type { NewRemedy, Remedy, RemedyKind } from '../storage/remedies.ts';
import type { Stores } from '../storage/stores.ts';
import type { By } from '../storage/trail.ts';
import { leaveOut, takeBack } from './leave-out.ts';

interface WorkParts {
  readonly stores: Stores;
  readonly clock: Clock;
}

/** So many tasks in one part: a task that is left out costs more than one that is only put back to work. */
const partOf: Readonly<Record<RemedyKind, number>> = {
  solve: 500,
  retry: 500,
  leave_out: 100,
  take_back: 100,
};

const pauseMs = 60_000;

/**
 * Does what a person asked for all that is parked for one cause: the first part at once, the others in the runs that follow. A part and
 * how far it is are one transaction, so a death in between loses nothing and repeats nothing.
 */
export class CauseWork {
  /** What failed is not tried again at once. */
  #notBefore = 0;

  constructor(private readonly parts: WorkParts) {}

  /** To be called in a transaction. */
  begin(
    what: Exclude<RemedyKind, 'take_back'>,
    { flow, cause, problem, count }: ParkedGroup,
    by: By,
    why: LeftOutWhy | null = null,
  ): Remedy {
    return this.#begin(what, by, { flow, cause, problem, why, takesBack: null, total: count });
  }

  /** Likewise: takes back that these were left out. */
  beginTakingBack({ id, flow, cause, problem, why }: Remedy, by: By): Remedy {
    const total = countLeftOutWith(this.parts.stores.sql, id);
    return this.#begin('take_back', by, { flow, cause, problem, why, takesBack: id, total });
  }

  #begin(what: RemedyKind, by: By, about: Omit<NewRemedy, 'what' | 'by' | 'at'>): Remedy {
    const { stores, clock } = this.parts;
    const remedy = stores.remedies.add({ ...about, what, by, at: clock.now() });
    this.#doPart(remedy);
    return stores.remedies.get(remedy.id) ?? remedy;
  }

  /** The next part of what is under way. Returns whether there was one. */
  goOn(): boolean {
    const { stores, clock } = this.parts;
    const now = clock.now();
    const [remedy] = now < this.#notBefore ? [] : stores.remedies.underWay(1);
    if (remedy === undefined) return false;
    this.#notBefore = now + pauseMs;
    stores.sql.transaction(() => this.#doPart(remedy));
    this.#notBefore = 0;
    return true;
  }

  /** When the next part is due; null where nothing is under way. */
  nextAt(): number | null {
    const { stores, clock } = this.parts;
    return stores.remedies.underWay(1).length === 0 ? null : Math.max(this.#notBefore, clock.now());
  }

  #doPart(remedy: Remedy): void {
    const { stores, clock } = this.parts;
    const limit = Math.min(partOf[remedy.what], remedy.total - remedy.done);
    const did = this.#did(remedy, limit);
    const done = remedy.done + did;
    const isOver = did < limit || done >= remedy.total;
    stores.remedies.progress(remedy.id, done, isOver ? clock.now() : null);
  }

  /** How many tasks of the part there were. */
  #did(remedy: Remedy, limit: number): number {
    const { stores, clock } = this.parts;
    const { flow, cause, at: until } = remedy;
    switch (remedy.what) {
      case 'solve':
      case 'retry':
        return retryParkedFor(stores.sql, { flow, cause, until }, limit, clock.now());
      case 'leave_out': {
        const rows = parkedFor(stores.sql, { flow, cause, until }, limit);
        const all = { remedy: remedy.id, why: remedy.why ?? 'other' };
        for (const row of rows) leaveOut(this.parts, row, remedy.via, null, all);
        return rows.length;
      }
      case 'take_back': {
        const rows = leftOutWith(stores.sql, remedy.takesBack ?? 0, limit);
        for (const row of rows) {
          if (takeBack(this.parts, row, remedy.via)) continue;
          // A record that is under way again by now goes on as it is, and is not left out at its end.
          stores.register.takeBack(row.flow, row.key);
          partFromRemedy(stores.sql, row.id);
        }
        return rows.length;
      }
    }
  }
}
