import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import type { Customer } from '../../../../sandbox/shopify/customers/customer.ts';
import type { Order } from '../../../../sandbox/shopify/orders/order.ts';
import type { Account, Paper } from './desk.ts';
import { LeverDesk } from './lever-desk.ts';

interface State {
  readonly orders: readonly Order[];
  readonly customers: readonly Customer[];
}

/** Buyers and staff of the Shopify shop. */
export class ShopifyDesk extends LeverDesk {
  constructor(sandbox: Sandbox) {
    super(sandbox, 'shopify');
  }

  accounts(): Account[] {
    return this.#state().customers.map(({ id, email, firstName, lastName, addresses: [main] }) => ({
      id,
      traits: {
        email: email ?? '',
        name: `${firstName ?? ''} ${lastName ?? ''}`.trim(),
        company: main?.company ?? '',
        phone: main?.phone ?? '',
        street: main?.address1 ?? '',
      },
    }));
  }

  papers(): Paper[] {
    return this.#state().orders.map(({ id, originalTotal, email, billing }) => ({
      id,
      gross: Number(originalTotal).toFixed(2),
      buyer: JSON.stringify([email, billing]),
    }));
  }

  #state(): State {
    return this.sandbox.systems.shopify.state() as State;
  }
}
