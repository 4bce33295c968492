import { describe, expect, it } from 'vitest';
import type {
  CustomerTarget,
  DocumentTarget,
  ExistingCustomer,
} from '../../src/connectors/contract/target.ts';
import { customers as customersFlow } from '../../src/flows/customers/index.ts';
import { commitBuyer } from '../../src/flows/orders/buyer/commit.ts';
import { planBuyer } from '../../src/flows/orders/buyer/plan.ts';
import { orderWork } from '../../src/flows/orders/work.ts';
import type { Customer } from '../../src/records/customer.ts';
import { identityOf, likenessOf } from '../../src/records/identity.ts';
import { Problem } from '../../src/records/problem.ts';
import { FakeSystem } from '../flows/customers/fake-system.ts';
import { Between } from '../flows/customers/harness.ts';
import { World } from '../flows/orders/harness.ts';
import { order } from '../flows/orders/samples.ts';
import { findAll } from '../support/fake-api.ts';
import { type Candidate, Played } from './played.ts';

const email = 'post@dijkhuis.example';
const address = { street: 'Werf 4', postalCode: '9711 AB', city: 'Groningen', country: 'NL' };
const person: Customer = { kind: 'person', email, name: 'Eef Post', phone: '+31 50 1', address };
const company: Customer = { ...person, kind: 'company', company: 'Touwslagerij Roos B.V.' };

const pairs: readonly (readonly [string, Customer, Customer])[] = [
  [
    'two companies',
    company,
    { ...company, company: 'Zeilmakerij Bos', address: { ...address, street: 'Kade 1' } },
  ],
  [
    'two companies of one name',
    { ...company, vatNumber: 'BE0403170701' },
    { ...company, vatNumber: 'NL812345678B01' },
  ],
  ['a company and a private person', company, { ...person, address: { ...address, street: 'Kade 1' } }],
  ['a private person and a company', person, { ...company, vatNumber: 'BE0403170701' }],
];

/** What every target must do of which two customers have one e-mail address, whichever flow brings them. */
export function oneAddressConforms(candidate: Candidate): void {
  const { orders, customers } = candidate.connector;
  const target = customers?.target;
  if (target === undefined) return;

  /** Carries customers, one after the other, as one flow does. Returns the ids that they have, or the problem. */
  async function carried(
    carry: (played: Played) => (customer: Customer) => Promise<string | Problem>,
    all: readonly Customer[],
  ) {
    const played = await Played.start(candidate, false);
    const next = carry(played);
    const ended: (string | Problem)[] = [];
    for (const customer of all) ended.push(await next(customer));
    return { ended, records: await findAll(target as CustomerTarget, played.api(), email) };
  }

  const flows = {
    orders: orders?.target && byOrders(candidate, orders.target, target),
    customers: byCustomers(candidate),
  };

  describe.each(Object.entries(flows))('customers with one address, by the flow %s', (name, flow) => {
    if (flow === undefined) return;

    it.each(pairs)(
      'are two records, or one and a guest, or one and a problem that names it: %s',
      async (_what, first, second) => {
        const { ended, records } = await carried(flow, [first, second, first]);
        const [one, other, again] = ended;
        expect(again).toBe(one);
        expectWhose(
          records.find(({ id }) => id === one),
          first,
        );
        if (target.sharesEmails) {
          expect(records).toHaveLength(2);
          expectWhose(
            records.find(({ id }) => id === other),
            second,
          );
        } else if (name === 'orders' && orders?.target?.guests) {
          expect(records).toHaveLength(1);
          expect(other).toBe('');
        } else {
          expect(records).toHaveLength(1);
          expect(other).toMatchObject({
            kind: 'rejected',
            code: 'customer_ambiguous',
            params: { ids: [one] },
          });
        }
      },
    );

    it('are one record under two spellings', async () => {
      const shouted = { ...company, company: 'TOUWSLAGERIJ ROOS BV' };
      const { ended, records } = await carried(flow, [company, company, shouted]);
      expect(new Set(ended).size).toBe(1);
      expect(records).toHaveLength(1);
    });
  });
}

function expectWhose(record: ExistingCustomer | undefined, customer: Customer): void {
  if (record === undefined) throw new Error('there is no such record');
  expect(likenessOf(record.identity, identityOf(customer))).toMatch(/name|vat number/);
  expect(record.record?.address.street).toBe(customer.address.street);
}

type Flow = (played: Played) => (customer: Customer) => Promise<string | Problem>;

function byOrders({ connector }: Candidate, target: DocumentTarget, customers: CustomerTarget): Flow {
  return (played) => {
    const world = new World();
    let sold = 0;
    return (customer) => {
      const id = `SO-${++sold}`;
      const context = { ...world.context(id), target: { name: 'target', connector, api: played.api() } };
      const { source } = context.source.connector.orders ?? {};
      if (source === undefined) throw new Error('nothing sells');
      const placedAt = new Date(Date.parse('2026-03-02T10:00:00.000Z') + sold * 60_000).toISOString();
      const sale = order({ id, placedAt, customer: { ...customer, reverseCharge: false } });
      return orProblem(async () => {
        const work = await orderWork(context, { source, target, customers }, sale);
        return commitBuyer(work, await planBuyer(work));
      });
    };
  };
}

function byCustomers({ connector }: Candidate): Flow {
  return (played) => {
    const between = new Between({ a: new FakeSystem('a') });
    const entered = new Map<Customer, string>();
    return (customer) => {
      const { kind, name, company, vatNumber, phone, address } = customer;
      const again = [...entered].find(([each]) => each.kind === kind && sameCompany(each, customer));
      const id = again?.[1] ?? between.a.enter({ kind, email, name, company, vatNumber, phone, ...address });
      if (again) between.a.edit(id, { company });
      entered.set(customer, id);
      const context = {
        ...between.context(id, 'ab'),
        target: { name: 'target', connector, api: played.api() },
      };
      return orProblem(async () => {
        await customersFlow.run(context);
        return between.links.get(`ab customer id:${id}`)?.targetId ?? '';
      });
    };
  };
}

function sameCompany(one: Customer, other: Customer): boolean {
  return /name|vat number/.test(likenessOf(identityOf(one), identityOf(other)));
}

async function orProblem(work: () => Promise<string>): Promise<string | Problem> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}
