import Big from 'big.js';
import { type JsonObject, numberIn, textIn } from '../../../../sandbox/kit/json.ts';
import type { Sandbox } from '../../../../sandbox/sandbox.ts';
import type { Account, Paper, Trait } from './desk.ts';
import { LeverDesk } from './lever-desk.ts';

interface State {
  readonly Account: readonly JsonObject[];
  readonly Contact: readonly JsonObject[];
  readonly Order: readonly JsonObject[];
  readonly OrderItem: readonly JsonObject[];
}

/** Sales staff in the org: whoever buys there is a contact with its account, or a person's account. */
export class SalesforceDesk extends LeverDesk {
  constructor(sandbox: Sandbox) {
    super(sandbox, 'salesforce');
  }

  accounts(): Account[] {
    const { Account: accounts, Contact: contacts } = this.#state();
    return accounts.flatMap((account) => {
      if (account.IsPersonAccount === true)
        return [{ id: textIn(account, 'Id'), traits: traitsOf(account, account, 'PersonEmail') }];
      return contacts
        .filter(({ AccountId }) => AccountId === account.Id)
        .map((contact) => ({
          id: textIn(contact, 'Id'),
          traits: traitsOf(account, contact, 'Email'),
        }));
    });
  }

  papers(): Paper[] {
    const { Account: accounts, Contact: contacts, Order: orders, OrderItem: items } = this.#state();
    return orders.map((order) => ({
      id: textIn(order, 'Id'),
      gross: grossOf(items.filter(({ OrderId }) => OrderId === order.Id)),
      buyer: JSON.stringify([
        order,
        accounts.find(({ Id }) => Id === order.AccountId),
        contacts.find(({ Id }) => Id === order.BillToContactId),
      ]),
    }));
  }

  /** Calls name the account of a company, where people go by its contact. */
  override edit(id: string, trait: Trait, value: string): Promise<void> {
    if (this.accounts().some((each) => each.id === id)) return super.edit(id, trait, value);
    const contact = this.#state().Contact.find(({ AccountId }) => AccountId === id);
    return contact === undefined ? Promise.resolve() : super.edit(textIn(contact, 'Id'), trait, value);
  }

  #state(): State {
    const state = this.sandbox.systems.salesforce.state() as State;
    const there = (rows: readonly JsonObject[]) => rows.filter(({ IsDeleted }) => IsDeleted !== true);
    return {
      Account: there(state.Account),
      Contact: there(state.Contact),
      Order: there(state.Order),
      OrderItem: there(state.OrderItem),
    };
  }
}

function traitsOf(account: JsonObject, person: JsonObject, email: string) {
  const name = [textIn(person, 'FirstName'), textIn(person, 'LastName')].filter(Boolean).join(' ');
  const called = textIn(account, 'Name');
  return {
    email: textIn(person, email),
    name: name === '-' ? '' : name,
    company: person === account || called === name ? '' : called,
    phone: textIn(account, 'Phone'),
    street: textIn(account, 'BillingStreet'),
  };
}

/** With the VAT of each line, once per rate. */
function grossOf(items: readonly JsonObject[]): string {
  const nets = new Map<number, Big>();
  for (const item of items) {
    const rate = numberIn(item, 'VatRate__c');
    const net = Big(numberIn(item, 'Quantity')).times(numberIn(item, 'UnitPrice')).round(2);
    nets.set(rate, (nets.get(rate) ?? Big(0)).plus(net));
  }
  return [...nets]
    .reduce((sum, [rate, net]) => sum.plus(net).plus(net.times(rate).div(100).round(2)), Big(0))
    .toFixed(2);
}
