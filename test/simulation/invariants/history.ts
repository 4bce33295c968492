import Big from 'big.js';
import { isObject, type JsonObject, numberIn, textIn } from '../../../sandbox/kit/json.ts';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { type Decimal, normalise } from '../../../src/records/money.ts';

/** One state of an order, by the shop's own arithmetic. */
export interface OrderState {
  readonly at: number;
  readonly paymentStatus: string;
  /** Who bought: the address, and the company if it was one. */
  readonly buyer: string;
  readonly gross: Decimal;
  readonly tax: Decimal;
  /** What was given back, or cancelled. */
  readonly givenBack: Decimal;
  readonly bookable: boolean;
  /** Not in the shop any more. */
  readonly gone: boolean;
}

interface ShopState {
  readonly orders: readonly JsonObject[];
  readonly expectations: readonly {
    readonly id: string;
    readonly gross: string;
    readonly tax: string;
    readonly bookable: boolean;
  }[];
}

/** What every order was, from its first state to its last. */
export class History {
  readonly orders = new Map<string, OrderState[]>();
  lastChangeAt = 0;
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** Looks at the shop after something was done there. */
  note(now: number): void {
    const { orders, expectations } = this.#sandbox.systems.ecwid.state() as ShopState;
    const present = new Map(orders.map((order) => [textIn(order, 'id'), order]));
    for (const { id, gross, tax, bookable } of expectations) {
      const order = present.get(id);
      if (!order) continue;
      const paymentStatus = textIn(order, 'paymentStatus');
      this.#add(id, {
        at: now,
        paymentStatus,
        buyer: buyerKey(textIn(order, 'email'), companyOf(order)),
        gross: normalise(Big(gross)),
        tax: normalise(Big(tax)),
        givenBack: givenBack(order, paymentStatus, gross),
        bookable,
        gone: false,
      });
    }
    for (const [id, states] of this.orders) {
      const last = states.at(-1);
      if (last && !present.has(id)) this.#add(id, { ...last, at: now, gone: true });
    }
  }

  #add(id: string, state: OrderState): void {
    const states = this.orders.get(id) ?? [];
    const { at: _, ...now } = state;
    const { at: __, ...before } = states.at(-1) ?? { at: 0 };
    if (JSON.stringify(now) === JSON.stringify(before)) return;
    this.orders.set(id, [...states, state]);
    this.lastChangeAt = state.at;
  }
}

/** Two companies behind one address are two, and so are a company and a person. */
export function buyerKey(email: string, company: string): string {
  return `${email.trim().toLowerCase()} ${company.trim()}`.trim();
}

function companyOf({ billingPerson }: JsonObject): string {
  return isObject(billingPerson) ? textIn(billingPerson, 'companyName') : '';
}

function givenBack(order: JsonObject, paymentStatus: string, gross: string): Decimal {
  if (paymentStatus === 'CANCELLED') return normalise(Big(gross));
  const amount = normalise(Big(numberIn(order, 'refundedAmount')));
  return amount === '0' && paymentStatus === 'REFUNDED' ? normalise(Big(gross)) : amount;
}

/** Words that tell of a person: in nothing that Koppel keeps may they be found. */
export function personalWords(sandbox: Sandbox): string[] {
  const { orders } = sandbox.systems.ecwid.state() as ShopState;
  const words = new Set<string>();
  for (const order of orders) {
    words.add(textIn(order, 'email'));
    for (const person of [order.billingPerson, order.shippingPerson]) {
      if (!isObject(person)) continue;
      for (const field of ['name', 'street']) words.add(textIn(person, field));
    }
  }
  return [...words].filter((word) => word.length >= 5);
}
