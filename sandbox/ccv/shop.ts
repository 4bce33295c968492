import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import { wholeSecond } from '../kit/time/timestamps.ts';
import { Assortment } from './assortment.ts';
import type { Links } from './call/links.ts';
import { infoFrom } from './customers/personal-info.ts';
import type { User } from './customers/user.ts';
import type { Invoice } from './invoices/invoice.ts';
import type { Order } from './orders/order.ts';
import { cancelled, fresh, sent } from './orders/statuses.ts';
import { notFound } from './refusal.ts';
import type { ReturnCase } from './returns/return-case.ts';
import type { CcvSettings } from './settings.ts';
import type { Cashup, Receipt, Signature } from './till/records.ts';
import type { Happenings } from './webhooks/happenings.ts';
import type { Registration } from './webhooks/registration.ts';

const firstIds = {
  order: 700_000,
  orderNumber: 1041,
  row: 810_000,
  chosenOption: 0,
  remark: 4000,
  user: 51_000,
  invoice: 9100,
  invoiceNumber: 76,
  return: 2000,
  returnNumber: 10,
  webhook: 610,
  cashup: 17,
  receipt: 300,
  signature: 100,
};

/** What the shop holds. Entities are replaced, never changed in place. */
export class Shop extends Store {
  readonly orders = this.collection<Order>('orders');
  readonly users = this.collection<User>('users');
  readonly invoices = this.collection<Invoice>('invoices');
  readonly returns = this.collection<ReturnCase>('returns');
  readonly registrations = this.records<Registration>('registrations');
  readonly cashups = this.records<Cashup>('cashups');
  readonly receipts = this.records<Receipt>('receipts');
  readonly signatures = this.records<Signature>('signatures');
  /** What is special about an order, by its id, for those that the sandbox made itself. */
  readonly abouts = this.records<string>('abouts');
  readonly ids = this.counters<keyof typeof firstIds>('ids', firstIds);
  readonly assortment: Assortment;
  readonly happenings: Happenings;
  readonly settings: () => CcvSettings;
  readonly links: () => Links;
  readonly #byName = this.users.findBy(({ username }) => username.toLowerCase());
  readonly #byRow = this.orders.findByAny(({ rows }) => rows.map(({ id }) => String(id)));
  readonly #invoicesOf = this.invoices.findBy(({ orderId }) => String(orderId));

  constructor(world: World, settings: () => CcvSettings, happenings: Happenings, links: () => Links) {
    super(world, () => settings().searchLagMs);
    this.settings = settings;
    this.happenings = happenings;
    this.links = links;
    this.assortment = this.keep('assortment', new Assortment(world, settings, happenings.tell));
  }

  order(id: string): Order {
    return found(this.orders.get(id), 'orders');
  }

  withRow(id: string): Order {
    return found(this.#byRow(id)[0], 'orderrows');
  }

  user(id: string): User {
    return found(this.users.get(id), 'users');
  }

  /** Without regard to case. */
  userNamed(username: string): User | undefined {
    return this.#byName(username.trim().toLowerCase())[0];
  }

  newUser(username: string): User {
    const blank = { groupId: null, status: true, approval: 'accepted', categoryDiscount: 'highest' } as const;
    return { id: 0, username, ...blank, info: infoFrom({}) };
  }

  /** Gives a new one its id. */
  saveUser(user: User, seeded = false): User {
    const saved = user.id === 0 ? { ...user, id: this.ids.next('user') } : user;
    if (seeded) this.users.seed(String(saved.id), saved);
    else this.users.put(String(saved.id), saved);
    return saved;
  }

  invoicesOf({ id }: Pick<Order, 'id'>): Invoice[] {
    return this.#invoicesOf(String(id));
  }

  /** Keeps the order as it is now, moves its goods and tells of it. With `seeded` it has always been there. */
  save(order: Order, seeded = false): Order {
    const before = this.orders.get(String(order.id)) ?? null;
    const saved = { ...order, isTaken: this.#takes(order) };
    if (seeded) {
      this.orders.seed(String(order.id), saved);
      return saved;
    }
    this.orders.put(String(order.id), saved);
    this.#moveGoods(before, saved);
    this.happenings.ofOrder(before, saved);
    return saved;
  }

  /** A basket becomes an order: it gets its number now (sheet 6.1). */
  complete(basket: Order, status = fresh): Order {
    const number = this.ids.next('orderNumber');
    const isMoved = this.settings().basketDates === 'moved';
    const createdAt = isMoved ? wholeSecond(this.world.now()) : basket.createdAt;
    return this.save({ ...basket, isCompleted: true, number, createdAt, status });
  }

  /** In the back office: the API deletes no orders. */
  remove(order: Order): void {
    this.#moveGoods(order, { ...order, isTaken: false });
    this.orders.delete(String(order.id));
    if (order.isCompleted) this.happenings.ofDeleted(order);
  }

  /** A cancelled order gives its goods back (unknown). */
  #takes({ isCompleted, status }: Order): boolean {
    const { stockTaken } = this.settings();
    if (!isCompleted || status === cancelled || status === null || stockTaken === 'never') return false;
    return stockTaken === 'at order' || (status >= sent && status < cancelled);
  }

  #moveGoods(before: Order | null, after: Order): void {
    if (before?.isTaken === after.isTaken && before.rows === after.rows) return;
    if (before?.isTaken) this.#move(before, 1);
    if (after.isTaken) this.#move(after, -1);
  }

  /** A return at the till has counts below zero: its goods come back. */
  #move({ rows }: Order, sign: 1 | -1): void {
    for (const { productId, valueIds, count } of rows) {
      if (productId !== null) this.assortment.move(productId, valueIds, sign * count);
    }
  }
}

function found<Entity>(entity: Entity | undefined, what: string): Entity {
  if (entity === undefined) throw notFound(what);
  return entity;
}
