import type { RelationMarks } from '../src/engine/reporting/views.ts';
import {
  type AskedCustomer,
  type KnownAccount,
  knownOf,
  type Siblings,
  workOf,
} from '../src/engine/siblings.ts';
import type { Sql } from '../src/engine/storage/sql.ts';
import type { Env } from '../src/env.ts';
import type { CustomerElsewhere, OwnWork } from '../src/flows/contract.ts';
import { accountMark } from './account-marks.ts';
import { unwrap } from './answer.ts';
import { directory } from './directory-client.ts';
import { integration } from './integration-client.ts';
import { KnownSiblings } from './known-siblings.ts';
import { marksIn, type Related } from './relation-marks.ts';

/** How long it is known which other integrations work with the same accounts, unless one of them says that it is new. */
export const siblingsKnownMs = 60_000;

interface SiblingParts {
  readonly env: Env;
  readonly id: string;
  readonly sql: Sql;
  /** Sees to it that the others can learn of this one before it makes anything, and tells what it says of itself. */
  readonly announce: () => Promise<RelationMarks | null>;
}

/** The other integrations of this deployment over the same accounts, found in the directory and asked by RPC. */
export class SiblingObjects implements Siblings {
  readonly #parts: SiblingParts;
  readonly #kept: KnownSiblings;
  readonly #marks = new Map<string, string>();
  #known: readonly Related[] = [];
  #lookedAt = 0;

  constructor(parts: SiblingParts) {
    this.#parts = parts;
    this.#kept = new KnownSiblings(parts.sql);
  }

  async ownWork(account: KnownAccount, id: string, reference: string | undefined): Promise<OwnWork> {
    const mark = await this.#mark(account);
    const makers = (await this.#related()).filter(({ relations }) => relations.makes.includes(mark));
    const told = await Promise.all(makers.map((each) => this.#ask(each, account, id, reference)));
    return workOf(told);
  }

  async keeps(account: KnownAccount): Promise<boolean> {
    const mark = await this.#mark(account);
    return (await this.#related()).some(({ relations }) => relations.keeps.includes(mark));
  }

  async customer(account: KnownAccount, { id, seenAt, marks }: AskedCustomer): Promise<CustomerElsewhere> {
    const mark = await this.#mark(account);
    const those = (await this.#related()).filter(({ relations: { makes, keeps } }) =>
      [...makes, ...keeps].includes(mark),
    );
    const told = await Promise.all(
      those.map(async (each) =>
        unwrap(await integration(this.#parts.env, each.id).customerKnown(account, id, seenAt, marks)),
      ),
    );
    return knownOf(told);
  }

  /** Looks anew when it is asked next. */
  forget(): void {
    this.#lookedAt = 0;
  }

  async #ask(sibling: Related, account: KnownAccount, id: string, reference: string | undefined) {
    return unwrap(await integration(this.#parts.env, sibling.id).ownWorkIn(account, id, reference));
  }

  /**
   * What the directory has lost is known from before. While it cannot be reached nobody new can announce itself, so those of
   * before are all there are.
   */
  async #related(): Promise<readonly Related[]> {
    if (this.#lookedAt + siblingsKnownMs > Date.now()) return this.#known;
    const lookedAt = Date.now();
    const relations = await this.#parts.announce();
    this.#known = relations === null ? [] : await this.#lookedUp(marksIn(relations));
    this.#lookedAt = lookedAt;
    return this.#known;
  }

  async #lookedUp(marks: readonly string[]): Promise<readonly Related[]> {
    const { env, id } = this.#parts;
    const before = this.#kept.read();
    const ids = (before ?? []).map((each) => each.id);
    const found = await directory(env)
      .related(id, marks, ids)
      .catch((error: unknown) => {
        if (before === null) throw error;
        return before;
      });
    const lost = (before ?? []).filter((each) => !found.some((other) => other.id === each.id));
    const told = await Promise.all(lost.map((each) => this.#tells(each)));
    const known = [...found, ...told.filter((each) => each !== null)];
    return this.#kept.keep(
      known.filter((each) => marksIn(each.relations).some((mark) => marks.includes(mark))),
    );
  }

  /** One that the directory has lost tells it itself; null when it is there no more. */
  async #tells(lost: Related): Promise<Related | null> {
    try {
      const relations = unwrap(await integration(this.#parts.env, lost.id).relations());
      return relations && { id: lost.id, relations };
    } catch {
      return lost;
    }
  }

  async #mark(account: KnownAccount): Promise<string> {
    const name = JSON.stringify([account.connector, account.identity]);
    const mark = this.#marks.get(name) ?? (await accountMark(this.#parts.env, account));
    this.#marks.set(name, mark);
    return mark;
  }
}
