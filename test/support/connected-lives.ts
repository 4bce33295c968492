import {
  type AskedCustomer,
  type KnownAccount,
  knownOf,
  type Siblings,
  workOf,
} from '../../src/engine/siblings.ts';
import type { EngineLife } from './engine-life.ts';

/** What the deployment is to integrations over the same accounts: each is asked by the others, whatever it is busy with. */
export class ConnectedLives {
  readonly #lives: EngineLife[] = [];
  /** May throw, as a call to an object does that cannot be reached. */
  reach: (id: string) => void = () => undefined;
  /** Every question that was asked. */
  readonly asked: string[] = [];

  /** To be called before it is opened. */
  connect(...lives: EngineLife[]): void {
    this.#lives.push(...lives);
    for (const life of lives) life.siblings = this.#of(life);
  }

  /** It is deleted: nobody finds it any more. */
  disconnect(life: EngineLife): void {
    this.#lives.splice(this.#lives.indexOf(life), 1);
  }

  #of(life: EngineLife): Siblings {
    const others = async (question: string) => {
      const found = this.#lives.filter((each) => each !== life);
      for (const other of found) {
        this.asked.push(`${life.id} asks ${other.id}: ${question}`);
        this.reach(other.id);
        // Whoever sleeps, or died, is woken by the question.
        if (!other.isOpen) await other.open();
      }
      return found.map(({ integration }) => integration.forSiblings);
    };
    return {
      ownWork: async (account: KnownAccount, id: string, reference: string | undefined) => {
        const told = (await others(`ownWork ${id}`)).map((each) => each.ownWorkIn(account, id, reference));
        return workOf(told);
      },
      customer: async (account: KnownAccount, asked: AskedCustomer) => {
        const told = (await others(`customer ${asked.id}`)).map((each) => each.customerIn(account, asked));
        return knownOf(await Promise.all(told));
      },
      keeps: async (account: KnownAccount) =>
        (await others('keeps')).some((each) => each.keepsCustomersOf(account)),
    };
  }
}
