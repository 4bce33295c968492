import { chance, pick, textOf, whole } from '../../../../sandbox/kit/random.ts';
import type { VirtualClock } from '../../../support/virtual-clock.ts';
import type { Trace } from '../../trace.ts';
import { isBooks } from '../systems.ts';
import { type Desk, grossOf, type Purchase, type SystemName, type Trait, type Traits } from './desk.ts';
import { type Sale, Somebody } from './somebody.ts';

interface CrowdParts {
  readonly clock: VirtualClock;
  readonly desks: readonly Desk[];
  /** Whether an account is known to be that of one on another side. */
  readonly isLinked: (system: SystemName, id: string) => boolean;
  /** Whether its like is being made on another side, and nobody knows yet what became of that. */
  readonly isBeingMade: (system: SystemName, id: string, there: SystemName) => boolean;
  readonly trace: Trace;
}

type Deed = 'enter' | 'shopper' | 'buy' | 'stranger' | 'guest' | 'edit' | 'rename' | 'remove' | 'touch';

/** What is done, the more often the more often it stands here. */
const deeds = [
  ...['edit', 'edit', 'edit', 'edit', 'edit', 'buy', 'buy', 'buy', 'stranger', 'stranger'],
  ...['enter', 'enter', 'shopper', 'guest', 'touch', 'touch', 'rename', 'remove'],
] as [Deed, ...Deed[]];

/** Buyers, strangers and staff, at work in all systems at once. What they do is remembered. */
export class Crowd {
  readonly everybody: Somebody[] = [];
  readonly sales: Sale[] = [];
  /** Whose account it is or was, by system and id. */
  readonly owners = new Map<string, Somebody>();
  lastDeedAt = 0;
  readonly #parts: CrowdParts;

  constructor(parts: CrowdParts) {
    this.#parts = parts;
  }

  get desks(): readonly Desk[] {
    return this.#parts.desks;
  }

  desk(system: string): Desk {
    const desk = this.desks.find((each) => each.system === system);
    if (desk === undefined) throw new Error(`Nobody works in ${system}.`);
    return desk;
  }

  /** Somebody does something, somewhere. */
  async act(): Promise<void> {
    const desk = this.#anyDesk();
    await this.#do(pick(this.#random, deeds), desk);
  }

  /** What stood there before there was any integration. */
  async settleIn(): Promise<void> {
    for (let each = whole(this.#random, 1, 3); each > 0; each--) await this.#enter(this.#anyDesk());
    for (let each = whole(this.#random, 0, 2); each > 0; each--) await this.#do('buy', this.#anyDesk());
  }

  /** Somebody changes this account just now. */
  async meddle(system: string, id: string): Promise<void> {
    const desk = this.desk(system);
    const somebody = this.owners.get(`${system} ${id}`);
    if (somebody !== undefined && this.accountOf(desk, somebody) === id) {
      // What is taken away in that moment cannot be told from what the system does not keep.
      await this.#edit(desk, id, somebody, pick(this.#random, ['phone', 'street', 'name'] as const), true);
    }
  }

  /** Whoever is named there has an account that is changed, or taken away. */
  async unsettle(body: string): Promise<void> {
    this.look();
    const desk = this.#anyDesk();
    const somebody = this.everybody.find(({ mark }) => body.includes(mark));
    const id = somebody === undefined ? null : this.accountOf(desk, somebody);
    if (somebody === undefined || id === null) return;
    const deed = pick(this.#random, ['edit', 'edit', 'edit', 'rename', 'rename', 'remove'] as const);
    await this.#doWith(deed, desk, { somebody, id });
  }

  /**
   * The account of this one in a system. A record that only an order made is none; one that is being made and kept in step is, once it is
   * whole: everybody lives somewhere.
   */
  accountOf(desk: Desk, { mark, home, homeId }: Somebody): string | null {
    const { isLinked, isBeingMade } = this.#parts;
    const own = desk.accounts().filter(({ traits }) => isOf(traits, mark) && traits.street !== '');
    const isForASale = this.sales.some((sale) => sale.mark === mark);
    const isAccount = (id: string) =>
      desk.system === home
        ? id === homeId
        : isLinked(desk.system, id) || (!isForASale && isBeingMade(home, homeId, desk.system));
    return own.find(({ id }) => isAccount(id))?.id ?? null;
  }

  /** Learns whose accounts there are. */
  look(): void {
    for (const desk of this.#parts.desks) {
      for (const { id, traits } of desk.accounts()) {
        const owner = this.everybody.find(({ mark }) => isOf(traits, mark));
        if (owner === undefined) continue;
        this.owners.set(`${desk.system} ${id}`, owner);
        if (owner.home === desk.system && owner.homeId === '') owner.homeId = id;
      }
    }
  }

  async #do(deed: Deed, desk: Desk): Promise<void> {
    switch (deed) {
      case 'enter':
        return this.#enter(desk);
      case 'shopper':
        return this.#shopper(desk);
      case 'guest':
        return this.#guest(desk, null);
      case 'touch':
        return this.#touch(desk);
      case 'buy':
      case 'stranger':
      case 'edit':
      case 'rename':
      case 'remove':
        return this.#doTo(deed, desk);
    }
  }

  /** Something that needs somebody who has an account here. */
  async #doTo(deed: Deed, desk: Desk): Promise<void> {
    this.look();
    const known = this.everybody.flatMap((somebody) => {
      const id = this.accountOf(desk, somebody);
      return id === null ? [] : [{ somebody, id }];
    });
    if (known.length === 0) return this.#enter(desk);
    return this.#doWith(deed, desk, pick(this.#random, known as [(typeof known)[0], ...typeof known]));
  }

  async #doWith(deed: Deed, desk: Desk, { somebody, id }: { somebody: Somebody; id: string }): Promise<void> {
    // A record that was made here just now, or in a system that this one is in step with, and that whoever made it has not seen yet, though
    // another integration may: what is taken away of it cannot be told from what the system does not keep.
    const { home, homeId } = somebody;
    const { isLinked, isBeingMade } = this.#parts;
    const isBegun = this.desks.some(({ system }) => isBeingMade(home, homeId, system));
    const isSeen = isLinked(desk.system, id) && !isBegun;
    const isNew = desk.system !== home && !isSeen;
    const own = desk.accounts().find((each) => each.id === id)?.traits;
    // What a new record has beside what was sent, its system may have filled in.
    const heldOr = (trait: Trait) => (own?.[trait] ? trait : 'street');
    switch (deed) {
      case 'buy':
        return this.#buy(desk, somebody, id);
      case 'stranger':
        return this.#guest(desk, somebody);
      case 'rename':
        // Under another address nobody can find it who has not seen it yet.
        return this.#edit(desk, id, somebody, isNew ? 'street' : 'email', isNew);
      case 'remove':
        // What nobody has seen there, and is there no more, was never made as far as anybody can know.
        if (isNew) return this.#edit(desk, id, somebody, heldOr('phone'), true);
        if (!(await desk.remove(id))) return;
        somebody.goneFrom.set(desk.system, this.#now);
        return this.#did(`${desk.system}: the account ${id} of ${somebody.mark} is taken away`);
      default: {
        const trait = this.#anyTrait();
        return this.#edit(desk, id, somebody, isNew ? heldOr(trait) : trait, isNew);
      }
    }
  }

  async #enter(desk: Desk): Promise<void> {
    const [mark, traits] = this.#newcomer();
    await desk.enter(traits);
    this.#settles(mark, desk, traits);
    this.#did(`${desk.system}: ${mark} gets an account`);
  }

  /** Somebody new buys and gets an account by it. */
  async #shopper(desk: Desk): Promise<void> {
    if (isBooks(desk.system)) return this.#enter(desk);
    const [mark, { phone, ...rest }] = this.#newcomer();
    const traits = { ...rest, phone: desk.notesPhone ? phone : '' };
    this.#settles(mark, desk, traits);
    await this.#sell(desk, mark, { buyer: traits, account: 'new' });
  }

  async #buy(desk: Desk, somebody: Somebody, accountId: string): Promise<void> {
    const own = desk.accounts().find(({ id }) => id === accountId)?.traits;
    if (own === undefined) return;
    // Sent elsewhere, once.
    const isElsewhere = !isBooks(desk.system) && chance(this.#random, 0.4);
    const buyer = isElsewhere ? { ...own, street: this.#street() } : own;
    await this.#sell(desk, somebody.mark, { buyer, account: 'own', accountId });
  }

  /** Somebody without an account buys, under an address of their own or somebody else's. */
  async #guest(desk: Desk, known: Somebody | null): Promise<void> {
    const [mark, traits] = this.#newcomer();
    const buyer = known === null ? traits : { ...traits, email: known.traits.email };
    // The books send nothing to nobody.
    if (isBooks(desk.system)) return this.#enter(desk);
    await this.#sell(desk, mark, { buyer, account: null });
  }

  async #sell(desk: Desk, mark: string, purchase: Omit<Purchase, 'net'>): Promise<void> {
    const net = 100 + this.sales.length;
    await desk.sell({ ...purchase, net });
    this.sales.push({ at: this.#now, system: desk.system, gross: grossOf(net), mark, buyer: purchase.buyer });
    const who = purchase.account === null ? 'a guest' : `the account ${purchase.accountId ?? ''}`;
    this.#did(`${desk.system}: ${mark} buys for ${grossOf(net)} as ${who} under ${purchase.buyer.email}`);
  }

  async #edit(desk: Desk, id: string, somebody: Somebody, trait: Trait, keeps = false): Promise<void> {
    const value = this.#newValue(somebody, trait, keeps);
    const isAsBefore = desk.accounts().find((each) => each.id === id)?.traits[trait] === value;
    await desk.edit(id, trait, value);
    // What another side says may not have come here yet: what is emptied that was empty is no change that anybody could see.
    if (!isAsBefore) somebody.set(trait, { at: this.#now, side: desk.system, value });
    this.#did(`${desk.system}: the ${trait} of ${somebody.mark} (${id}) becomes "${value}"`);
  }

  async #touch(desk: Desk): Promise<void> {
    const papers = desk.papers();
    const paper = papers[whole(this.#random, 0, papers.length - 1)];
    if (paper === undefined) return;
    await desk.touch(paper.id);
    this.#did(`${desk.system}: ${paper.id} is touched`);
  }

  #settles(mark: string, desk: Desk, traits: Traits): void {
    this.everybody.push(new Somebody(mark, desk.system, this.#now, traits));
  }

  #did(what: string): void {
    this.lastDeedAt = this.#now;
    this.look();
    this.#parts.trace(() => what);
  }

  #newcomer(): [string, Traits] {
    const mark = `M${this.#word()}`;
    const company = chance(this.#random, 0.3) ? `${mark} B.V.` : '';
    const traits = { name: `${mark} ${this.#name()}`, email: this.#email(), street: this.#street() };
    return [mark, { ...traits, company, phone: this.#phone() }];
  }

  #anyTrait(): Trait {
    return pick(this.#random, ['phone', 'phone', 'street', 'street', 'name', 'company'] as const);
  }

  /** Sometimes there is none any more, unless something has to be kept. */
  #newValue({ mark, traits }: Somebody, trait: Trait, keeps: boolean): string {
    switch (trait) {
      case 'email':
        return this.#email();
      case 'street':
        return this.#street();
      case 'name':
        return `${mark} ${this.#name()}`;
      case 'company':
        return traits.company === '' || chance(this.#random, 0.5) ? `${mark} ${this.#name()} B.V.` : '';
      case 'phone':
        return !keeps && chance(this.#random, 0.3) && !this.desks.some(({ fixed }) => fixed.includes('phone'))
          ? ''
          : this.#phone();
    }
  }

  #anyDesk(): Desk {
    return pick(this.#random, this.desks as [Desk, ...Desk[]]);
  }

  #word(): string {
    return textOf(this.#random, 'bcdfghjklmnpqrstvwxz', 7);
  }

  #name(): string {
    const word = this.#word();
    return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  }

  #email(): string {
    return `${this.#word()}@example.com`;
  }

  #street(): string {
    return `${this.#name()}straat ${whole(this.#random, 1, 99)}`;
  }

  #phone(): string {
    return `+31 6 ${whole(this.#random, 10_000_000, 99_999_999)}`;
  }

  readonly #random = (): number => this.#parts.clock.random();

  get #now(): number {
    return this.#parts.clock.now();
  }
}

/** Whether somebody's mark stands in the name or the company. */
export function isOf({ name, company }: Traits, mark: string): boolean {
  return name.includes(mark) || company.includes(mark);
}
