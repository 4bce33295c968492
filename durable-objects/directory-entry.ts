import { ringWith } from '../src/engine/configuration/order-rings.ts';
import type { Integration } from '../src/engine/integration.ts';
import type { Log } from '../src/engine/log.ts';
import type { RelationMarks } from '../src/engine/reporting/views.ts';
import { MetaStore } from '../src/engine/storage/meta.ts';
import type { Sql } from '../src/engine/storage/sql.ts';
import { Locks } from '../src/engine/work/locks.ts';
import type { Env } from '../src/env.ts';
import { accountMarks } from './account-marks.ts';
import { directory } from './directory-client.ts';
import { integration } from './integration-client.ts';
import { marksIn, relationMarks } from './relation-marks.ts';
import { siblingsKnownMs } from './sibling-objects.ts';

/** How long it is known which other integrations have the same accounts. */
const twinsKnownMs = 60_000;

interface EntryParts {
  readonly env: Env;
  readonly id: string;
  readonly sql: Sql;
  readonly log: Log;
  /** The integration of now: a deletion puts another in its place. */
  readonly integration: () => Integration;
}

/** One integration's entry in the directory: what it tells of itself there, and what it learns of its twins. */
export class DirectoryEntry {
  readonly #parts: EntryParts;
  /** One call at a time: no entry arrives behind the call that takes it away. */
  readonly #calls = new Locks();
  #reported = '';
  /** Its relations, as the directory knows them, as the others were told of them, and as all of that is over. */
  readonly #relationsKnown = { inDirectory: '', told: '', announced: '' };
  /** Until then one that was not told goes by what it knew. */
  #unheardUntil = 0;
  #lookedAt = 0;

  constructor(parts: EntryParts) {
    this.#parts = parts;
  }

  /** Writes the entry. If the directory cannot be reached, the next wake-up does. */
  report(when: 'changed' | 'always' = 'changed'): Promise<void> {
    return this.#calls.run('entry', () => this.#put(when));
  }

  async #put(when: 'changed' | 'always'): Promise<void> {
    const { env, log } = this.#parts;
    const integration = this.#parts.integration();
    try {
      if (!integration.isConfigured) return;
      const accounts = integration.forSiblings.accounts();
      const relations = await this.#relations();
      const summary = {
        ...integration.reports.summary(),
        ...(accounts === null ? {} : { accounts: await accountMarks(env, accounts) }),
        ...(relations === null ? {} : { relations }),
      };
      const { updatedAt: _, counts: __, ...telling } = summary;
      const text = JSON.stringify(telling);
      if (when === 'changed' && text === this.#reported) return;
      const isRelatedAnew = await directory(env).put(summary);
      this.#reported = text;
      this.#relationsKnown.inDirectory = JSON.stringify(relations);
      if (isRelatedAnew && relations !== null) await this.#tellRelated(relations);
    } catch (error) {
      log.error('report_failed', {}, error);
    }
  }

  async #relations(): Promise<RelationMarks | null> {
    const relations = this.#parts.integration().forSiblings.relations();
    return relations && relationMarks(this.#parts.env, relations);
  }

  /** Whoever knows the others from before looks anew. One that does not hear of it does so within a minute: that is waited for. */
  async #tellRelated(relations: RelationMarks): Promise<void> {
    const { env, id, log } = this.#parts;
    this.#unheardUntil = Date.now() + siblingsKnownMs;
    let untold = 0;
    for (const related of await directory(env).related(id, marksIn(relations))) {
      await integration(env, related.id)
        .forgetSiblings()
        .catch((error: unknown) => {
          untold++;
          log.error('sibling_not_told', { sibling: related.id }, error);
        });
    }
    if (untold === 0) this.#unheardUntil = 0;
    this.#relationsKnown.told = JSON.stringify(relations);
  }

  /**
   * Sees to it that the others can learn of this integration before it makes anything. Returns what it says of itself, null
   * when it was never configured. Throws where the directory cannot be reached, and while one of them may not know.
   */
  async announce(): Promise<RelationMarks | null> {
    const relations = await this.#relations();
    if (relations !== null) await this.#makeKnown(relations);
    return relations;
  }

  /** That it was done outlives the object: one that died between the directory and the others tells them once more. */
  async #makeKnown(relations: RelationMarks): Promise<void> {
    const known = this.#relationsKnown;
    const meta = new MetaStore(this.#parts.sql);
    const text = JSON.stringify(relations);
    if (known.announced === text) return;
    if (meta.get('announced') !== text) {
      await this.report('always');
      if (known.inDirectory !== text) throw new Error('The directory does not answer.');
      if (known.told !== text) await this.#tellRelated(relations);
      if (Date.now() < this.#unheardUntil) throw new Error('Another integration was not told of this one.');
      meta.set('announced', text);
    }
    known.announced = text;
  }

  /** Takes the entry away. Returns whether there was one. What was configured meanwhile has one again. */
  async takeAway(): Promise<boolean> {
    const { env, id } = this.#parts;
    this.#reported = '';
    Object.assign(this.#relationsKnown, { inDirectory: '', told: '', announced: '' });
    const removed = await this.#calls.run('entry', () => directory(env).remove(id));
    await this.report('always');
    return removed;
  }

  /**
   * Asks, now and then, for other integrations with the same two accounts, and for those through which its orders come back,
   * and tells the integration of them. It hinders nothing that they cannot be asked for.
   */
  async lookForTwins(when: 'now-and-then' | 'at-once' = 'now-and-then'): Promise<void> {
    const { env, id, log } = this.#parts;
    const integration = this.#parts.integration();
    const accounts = integration.forSiblings.accounts();
    if (accounts === null) return;
    if (when === 'now-and-then' && this.#lookedAt + twinsKnownMs > Date.now()) return;
    try {
      integration.noteTwins(await directory(env).sharing(id, await accountMarks(env, accounts)));
      const relations = await this.#relations();
      integration.noteRing(ringWith(relations?.orders ?? [], await directory(env).orders(id)));
      this.#lookedAt = Date.now();
    } catch (error) {
      log.error('twins_unknown', {}, error);
    }
  }
}
