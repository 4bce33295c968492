import type { Account } from '../../../src/connectors/contract/account.ts';
import { shopify } from '../../../src/connectors/shopify/index.ts';
import { type Call, Refused, TestApi } from '../../support/fake-api.ts';
import { graphql } from './answers.ts';

export const account: Account = {
  name: 'Molenwinkel',
  identity: 'molen',
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  traits: { country: 'NL', pricesIncludeTax: 'true', scopes: 'write_orders,read_returns,read_companies' },
};

export type Variables = Readonly<Record<string, unknown>>;

/** Answers by the operation's own name. */
export type Answers = Readonly<Record<string, (variables: Variables) => unknown>>;

/** The name and the variables of each operation that was sent. */
export class FakeShop extends TestApi {
  readonly operations: { readonly name: string; readonly variables: Variables }[] = [];

  constructor(answers: Answers, traits: Account['traits'] = account.traits) {
    super({
      connector: shopify,
      now: () => new Date('2026-11-21T12:00:00Z'),
      account: { ...account, traits },
      answer: ({ body }: Call) => {
        const { query, variables } = body as { query: string; variables: Variables };
        const name = /^(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
        this.operations.push({ name, variables });
        const answer = answers[name];
        if (answer === undefined) throw new Error(`${name} is not played`);
        const answered = graphql(answer(variables));
        // An error stands inside of a success.
        const refusal = shopify.readError({ status: 200, headers: new Headers(), body: answered });
        return refusal === null ? answered : new Refused(200, answered);
      },
    });
  }

  names(): string[] {
    return this.operations.map(({ name }) => name);
  }
}
