import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import { done, Levers } from '../../world/levers.ts';
import {
  type Account,
  type Desk,
  grossOf,
  home,
  type Paper,
  type Purchase,
  type SystemName,
  type Trait,
  type Traits,
} from './desk.ts';

/** Buyers and staff who work by the levers that all stand-ins have alike. What stands there each system tells in its own words. */
export abstract class LeverDesk implements Desk {
  readonly fixed = [];
  readonly notesPhone = true;
  readonly hearsOfPayment: boolean = true;

  readonly #levers: Levers;

  constructor(
    protected readonly sandbox: Sandbox,
    readonly system: SystemName,
  ) {
    this.#levers = new Levers(sandbox, system);
  }

  abstract accounts(): readonly Account[];
  abstract papers(): readonly Paper[];

  async enter(traits: Traits): Promise<void> {
    await this.#levers.pull('POST', '/people', personOf(traits));
  }

  async edit(id: string, trait: Trait, value: string): Promise<void> {
    const account = this.accounts().find((each) => each.id === id);
    if (account === undefined) return;
    const { name, company, phone, address, email } = personOf({ ...account.traits, [trait]: value });
    const changes = {
      name: { name },
      company: { company },
      phone: { phone },
      street: { address },
      email: { email },
    };
    await this.#levers.pull('PATCH', `/people/${id}`, changes[trait]);
  }

  async remove(id: string): Promise<boolean> {
    const answer = await this.#levers.try('DELETE', `/people/${id}`);
    if (answer.status === 409) return false;
    await done('a removal', answer);
    return true;
  }

  async sell({ net, buyer, account }: Purchase): Promise<void> {
    const amount = grossOf(net);
    await this.#levers.pull('POST', '/purchases', { ...personOf(buyer), account: account !== null, amount });
  }

  async touch(id: string): Promise<void> {
    await this.#levers.pull('POST', `/sales/${id}/note`);
  }
}

/** In the words of the levers, in which there is nothing where there is null. */
function personOf({ name, email, company, phone, street }: Traits) {
  return { name, email, company: company || null, phone: phone || null, address: { street, ...home } };
}
