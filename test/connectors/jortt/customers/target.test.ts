import { describe, expect, test } from 'vitest';
import { customerTarget } from '../../../../src/connectors/jortt/customers/target.ts';
import { customerFromWire } from '../../../../src/connectors/jortt/customers/to-record.ts';
import { customerToWire } from '../../../../src/connectors/jortt/customers/to-wire.ts';
import { customerWire as customerSchema } from '../../../../src/connectors/jortt/customers/wire.ts';
import { findAll, findFirst } from '../../../support/fake-api.ts';
import { FakeApi, listOf, Refused } from '../fake-api.ts';
import { bakery, customerId, customerWire } from '../samples.ts';

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
      record: customerFromWire(customerSchema.parse(data)),
      reverseCharge: true,
    });
  });

  test('that cannot be read has no record, and can be written to all the same', async () => {
    const data = { ...customerWire, attn: { odd: true } };
    expect(await customerTarget.get(new FakeApi(() => ({ data })), customerId)).toMatchObject({
      wire: data,
      record: null,
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
    expect(await customerTarget.create(api, { is_private: true, customer_name: 'Ann' })).toEqual({
      id: 'new',
    });
    expect(api.calls[0]).toMatchObject({ method: 'POST', path: '/v3/customers' });
  });

  async function updated(wire: Record<string, unknown>, body: Record<string, unknown>) {
    const data = { ...wire, id: customerId };
    const api = new FakeApi(({ method }) => (method === 'GET' ? { data } : {}));
    await customerTarget.update(api, { id: customerId, wire: {} }, body);
    // Read just before, whatever was known of it: all of it goes back.
    const address = `/v3/customers/${customerId}`;
    expect(api.calls).toMatchObject([
      { method: 'GET', path: address },
      { method: 'PUT', path: address },
    ]);
    return api.calls[1]?.body;
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

  test('a company that becomes a person is none in anything', async () => {
    const wire = { ...customerWire, vat_number: 'NL812345678B01', coc_number: '30123456' };
    expect(await updated(wire, { is_private: true })).toMatchObject({ vat_number: null, coc_number: null });
    expect(await updated(wire, { is_private: true, vat_number: 'DE136695976' })).toMatchObject({
      vat_number: 'DE136695976',
      coc_number: null,
    });
    // What the merchant has typed with a person stays.
    const person = { ...wire, is_private: true };
    expect(await updated(person, { is_private: true })).toMatchObject({ coc_number: '30123456' });
  });

  test('a new address leaves nothing of the old one but a country that nobody says', async () => {
    const wire = { ...customerWire, address_extra_information: 'unit 3', address_country_code: 'BE' };
    expect(await updated(wire, { address_street: 'Kade 1', address_city: 'Gent' })).toMatchObject({
      address_street: 'Kade 1',
      address_city: 'Gent',
      address_postal_code: null,
      address_extra_information: null,
      address_country_code: 'BE',
    });
    expect(await updated(wire, { address_country_code: 'NL' })).toMatchObject({
      address_street: 'Molenweg 12',
      address_extra_information: 'unit 3',
      address_country_code: 'NL',
    });
  });

  test('a name that the merchant has split stays as it is; another takes its place whole', async () => {
    const wire = { ...customerWire, is_private: true, customer_name: 'Anna Maria Bos' };
    const split = { ...wire, first_name: 'Anna Maria', last_name: 'Bos' };
    const guess = { customer_name: 'Anna Maria Bos', first_name: 'Anna', last_name: 'Maria Bos' };
    expect(await updated(split, guess)).toMatchObject({ first_name: 'Anna Maria', last_name: 'Bos' });
    expect(await updated(wire, guess)).toMatchObject({ first_name: 'Anna', last_name: 'Maria Bos' });
    expect(await updated(split, { customer_name: 'Bo Bos' })).toMatchObject({
      customer_name: 'Bo Bos',
      first_name: null,
      last_name: null,
    });
    // One that is no split of the name is somebody's own doing.
    expect(await updated({ ...wire, first_name: 'Ans' }, { customer_name: 'Bo Bos' })).toMatchObject({
      first_name: 'Ans',
    });
  });

  test('the id in the source goes into a new customer only, unless it is mapped', async () => {
    const wire = { ...customerWire, reference: 'D-10077' };
    const own = customerToWire({ customer: bakery, fields: {} });
    expect(own).toMatchObject({ reference: '881' });
    expect(await updated(wire, own)).toMatchObject({ reference: 'D-10077' });
    const mapped = customerToWire({ customer: bakery, fields: { reference: 'R-1' } });
    expect(await updated(wire, mapped)).toMatchObject({ reference: 'R-1' });
  });

  test('an e-mail address that stands for a name moves with it', async () => {
    const nameless = { ...customerWire, is_private: true, customer_name: 'ann@x.example' };
    expect(await updated(nameless, { email: 'ann@y.example' })).toMatchObject({
      customer_name: 'ann@y.example',
    });
    expect(await updated(customerWire, { email: 'ann@y.example' })).toMatchObject({
      customer_name: customerWire.customer_name,
    });
  });
});
