import { typedStreet } from '../../../../sandbox/ccv/customers/address.ts';
import { partIn } from '../../../../sandbox/ccv/customers/personal-info.ts';
import type { User } from '../../../../sandbox/ccv/customers/user.ts';
import { type JsonObject, textIn } from '../../../../sandbox/kit/json.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import type { Account, Paper } from './desk.ts';
import { LeverDesk } from './lever-desk.ts';

interface State {
  readonly orders: readonly JsonObject[];
  readonly users: readonly User[];
}

/** Buyers and staff of the CCV shop, or of the till. */
export class CcvDesk extends LeverDesk {
  constructor(sandbox: Sandbox) {
    super(sandbox, 'ccv');
  }

  accounts(): Account[] {
    return this.#state().users.map(({ id, info }) => {
      const billing = partIn(info, 'billingaddress');
      return {
        id: String(id),
        traits: {
          email: textIn(info, 'email'),
          name: textIn(billing, 'full_name'),
          company: textIn(billing, 'company'),
          phone: textIn(billing, 'telephone'),
          street: typedStreet(billing),
        },
      };
    });
  }

  papers(): Paper[] {
    return this.#state().orders.map(({ id, total_price, customer }) => ({
      id: String(id),
      gross: Number(total_price).toFixed(2),
      buyer: JSON.stringify(customer),
    }));
  }

  #state(): State {
    return this.sandbox.systems.ccv.state() as State;
  }
}
