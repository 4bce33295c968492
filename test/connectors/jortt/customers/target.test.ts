import { describe, expect, test } from 'vitest';
import { customerTarget } from '../../../../src/connectors/jortt/customers/target.ts';
import { findAll, findFirst } from '../../../support/fake-api.ts';
import { FakeApi, listOf, Refused } from '../fake-api.ts';
import { customerId, customerWire } from '../samples.ts';

function listing(...pages: unknown[][]) {
  return new FakeApi((call) => listOf(pages, call));
}

function row(id: string, email: string | null, fields: Record<string, unknown> = {}) {
  return { ...customerWire, id, email, ...fields };
}

describe('finding by e-mail', () => {
  test('takes the exact address among the hits, whatever its case', async () => {
    const api = listing([row('1', 'joann@x.example'), row('2', null), row('3', ' Ann@X.example')]);
    expect(await findFirst(customerTarget, api, 'ANN@x.example ')).toMatchObject({ id: '3' });
    expect(api.calls[0]).toMatchObject({ path: '/v3/customers', query: { query: 'ann@x.example', page: 1 } });
  });

  test('a longer address is somebody else', async () => {
    expect(
      await findFirst(customerTarget, listing([row('1', 'joann@x.example')]), 'ann@x.example'),
    ).toBeNull();
  });

  test('looks through all pages, counting them itself', async () => {
    const api = listing([row('1', 'joann@x.example')], [], [row('3', 'ann@x.example')]);
    const full = listing([row('1', 'joann@x.example')], [row('2', 'ann@x.example')]);
    expect(await findFirst(customerTarget, full, 'ann@x.example')).toMatchObject({ id: '2' });
    expect(full.calls.map(({ query }) => query)).toEqual([
      { query: 'ann@x.example', page: 1 },
      { query: 'ann@x.example', page: 2 },
    ]);
    // A page of nothing is the end, whatever its links say.
    expect(await findFirst(customerTarget, api, 'ann@x.example')).toBeNull();
    expect(api.calls).toHaveLength(2);
  });

  test('finds all that have it, those that are put away too, and says who they are', async () => {
    const api = listing(
      [
        row('1', 'ann@x.example', { archived: true }),
        row('2', 'Ann@x.example', { is_private: true, customer_name: 'Ann Berg' }),
      ],
      [row('3', 'joann@x.example'), row('4', 'ann@x.example', { vat_number: 'be 0403.170.701' })],
    );
    const company = { kind: 'company', name: customerWire.customer_name };
    expect(await findAll(customerTarget, api, 'ann@x.example')).toMatchObject([
      { id: '1', archived: true, identity: { ...company, vatNumber: undefined } },
      { id: '2', identity: { kind: 'person', name: 'Ann Berg' } },
      { id: '4', identity: { ...company, vatNumber: 'be 0403.170.701' } },
    ]);
  });

  test('asks nothing for an address too short to search for', async () => {
    const api = listing([row('1', 'a@')]);
    expect(await findFirst(customerTarget, api, ' a@ ')).toBeNull();
    expect(api.calls).toEqual([]);
  });
});

describe('one customer', () => {
  test('is read whole, with whether VAT is shifted to it', async () => {
    const data = { ...customerWire, shift_vat: true, something_new: 1 };
    const api = new FakeApi(() => ({ data, _links: {} }));
    expect(await customerTarget.get(api, customerId)).toEqual({
      id: customerId,
      wire: data,
      identity: { kind: 'company', name: customerWire.customer_name, vatNumber: undefined },
      reverseCharge: true,
    });
  });

  test('that is archived says so', async () => {
    const api = new FakeApi(() => ({ data: { ...customerWire, archived: true }, _links: {} }));
    expect(await customerTarget.get(api, customerId)).toMatchObject({ archived: true });
  });

  test('is null when it is gone or the id is none', async () => {
    expect(await customerTarget.get(new FakeApi(() => undefined), customerId)).toBeNull();
    const refusing = new FakeApi(() => new Refused(422, { error: { code: 422, key: 'params.invalid' } }));
    expect(await customerTarget.get(refusing, 'x')).toBeNull();
  });
});

describe('writing', () => {
  test('creates and answers with the id', async () => {
    const api = new FakeApi(() => ({ data: { id: 'new' } }));
    expect(await customerTarget.create(api, { is_private: true })).toEqual({ id: 'new' });
    expect(api.calls[0]).toMatchObject({ method: 'POST', path: '/v3/customers' });
  });

  async function updated(wire: Record<string, unknown>, body: Record<string, unknown>) {
    const api = new FakeApi(() => ({}));
    await customerTarget.update(api, { id: customerId, wire }, body);
    expect(api.calls).toMatchObject([{ method: 'PUT', path: `/v3/customers/${customerId}` }]);
    return api.calls[0]?.body;
  }

  test('an update sends the whole record back, without what only Jortt writes', async () => {
    const body = { is_private: false, customer_name: 'De Korenaar', email: 'new@korenaar.example' };
    expect(await updated({ ...customerWire, citizen_service_number: '1' }, body)).toEqual({
      ...body,
      address_street: 'Molenweg 12',
      address_postal_code: '3511 AB',
      address_city: 'Utrecht',
      address_country_code: 'NL',
      shift_vat: false,
      cc_emails: ['boek@korenaar.example'],
      payment_term: 14,
      website: 'korenaar.example',
      citizen_service_number: '1',
    });
  });

  test('a company that becomes a person takes no shifted VAT along', async () => {
    const wire = { ...customerWire, shift_vat: true };
    expect(await updated(wire, { is_private: true })).toMatchObject({ is_private: true, shift_vat: false });
    expect(await updated(wire, { is_private: false, shift_vat: true })).toMatchObject({ shift_vat: true });
  });
});
