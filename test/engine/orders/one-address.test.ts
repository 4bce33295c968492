import { describe, expect, it } from 'vitest';
import type { BuyerInput } from '../../../sandbox/ecwid/sales/sale.ts';
import { shopAndBooks } from '../../support/shop-and-books.ts';
import { sahin } from '../../support/shop-deeds.ts';
import type { Subject } from '../../support/subject.ts';

const { startIntegration, outside, sell, customers, inBooks, invoicesOf } = shopAndBooks();

/** All with the address of Şahin, who keeps the books of two companies and buys privately too. */
const rope: BuyerInput = {
  ...sahin,
  account: false,
  companyName: 'Touwslagerij Roos B.V.',
  street: 'Werf 4',
};
const sails: BuyerInput = { ...rope, companyName: 'Zeilmakerij Bos', street: 'Kade 1' };
const privately: BuyerInput = { ...sahin, account: false };

async function book(subject: Subject, buyer: BuyerInput): Promise<string> {
  const { id } = await sell({ buyer });
  await subject.hook(id);
  await subject.settle();
  return id;
}

/** Whom the order's invoice is addressed to. */
function addressee(orderId: string) {
  const [invoice, ...others] = invoicesOf(orderId);
  expect(others).toEqual([]);
  return customers().find(({ id }) => id === invoice?.customer_id);
}

describe('an address that a private person shares with two companies', () => {
  it('is three customers, each with its own invoices, at no more calls than three addresses', async () => {
    const subject = await startIntegration();
    for (const most of [5, 3]) {
      for (const buyer of [rope, privately, sails]) {
        outside.clear();
        const id = await book(subject, buyer);
        expect(outside.calls.length).toBeLessThanOrEqual(most);
        expect(addressee(id)).toMatchObject({
          customer_name: buyer.companyName ?? buyer.name,
          address_street: buyer.street,
          is_private: buyer.companyName === undefined,
        });
      }
    }
    expect(customers()).toHaveLength(3);
  });

  it('is erased with one call, whoever it belongs to', async () => {
    const subject = await startIntegration();
    for (const buyer of [rope, privately, sails]) await book(subject, buyer);
    expect(await subject.erase(sahin.email)).toEqual({ links: 3, activity: 3 });
    expect(await subject.erase(sahin.email)).toEqual({ links: 0, activity: 0 });
  });

  it('is told to a person where the books have two companies that may be meant', async () => {
    const subject = await startIntegration();
    const at = {
      address_street: 'Oud 1',
      address_postal_code: '3021 ZZ',
      address_city: 'Rotterdam',
      address_country_code: 'NL',
    };
    for (const vat_number of ['BE0403170701', 'NL812345678B01']) {
      const fields = { ...at, is_private: false, customer_name: rope.companyName, vat_number };
      await inBooks('POST', '/customers', { ...fields, email: sahin.email });
    }
    const id = await book(subject, rope);
    const { state, problem } = await subject.task(id);
    expect([state, problem?.code]).toEqual(['parked', 'customer_ambiguous']);
    for (const { id: known } of customers()) expect(problem?.message).toContain(known);
    expect(customers().map(({ address_street }) => address_street)).toEqual(['Oud 1', 'Oud 1']);
    expect(invoicesOf(id)).toEqual([]);
  });
});
