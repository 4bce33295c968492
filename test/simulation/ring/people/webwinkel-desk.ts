import { isObject, type JsonObject, textIn } from '../../../../sandbox/kit/json.ts';
import { mainAddress } from '../../../../sandbox/mijnwebwinkel/customers/customer.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import type { Account, Paper } from './desk.ts';
import { LeverDesk } from './lever-desk.ts';

interface State {
  readonly orders: readonly JsonObject[];
  readonly customers: readonly JsonObject[];
}

/** Buyers and staff of the MijnWebwinkel shop. */
export class WebwinkelDesk extends LeverDesk {
  override readonly hearsOfPayment = false;

  constructor(sandbox: Sandbox) {
    super(sandbox, 'mijnwebwinkel');
  }

  accounts(): Account[] {
    return this.#state().customers.map((row) => {
      const main = mainAddress(row) ?? {};
      return {
        id: String(row.id),
        traits: {
          email: textIn(row, 'email'),
          name: joined(row, 'firstName', 'lastName'),
          company: textIn(main, 'company'),
          phone: textIn(main, 'phone'),
          street: joined(main, 'street', 'streetNumber'),
        },
      };
    });
  }

  papers(): Paper[] {
    return this.#state().orders.map(({ number, price, debtor }) => ({
      id: String(number),
      gross: Number(isObject(price) ? price.total : 0).toFixed(2),
      buyer: JSON.stringify(debtor),
    }));
  }

  #state(): State {
    return this.sandbox.systems.mijnwebwinkel.state() as State;
  }
}

function joined(row: JsonObject, ...names: readonly string[]): string {
  return names
    .map((name) => textIn(row, name))
    .join(' ')
    .trim();
}
