import { describe, expect, test } from 'vitest';
import { account } from '../fake-api.ts';
import { address, extended, type Fields, mugs, row, translate } from '../order-payload.ts';

function withShop(traits: Record<string, string>) {
  return { ...account, traits: { ...account.traits, ...traits } };
}

describe('the buyer', () => {
  const firm = { ...address, company: 'Bakkerij B.V.' };

  test('with a company on the address is a company', () => {
    expect(translate(mugs({ billing_address: firm })).customer).toMatchObject({
      kind: 'company',
      company: 'Bakkerij B.V.',
      name: 'Noor de Wit',
    });
  });

  test.each([
    [
      { billing_address: { ...address, vat_id: 'BE0403170701' }, customer_taxvat: 'NL812345678B01' },
      'BE0403170701',
    ],
    [{ customer_taxvat: 'NL812345678B01' }, 'NL812345678B01'],
  ])('with a VAT number on the address or the account is a company too', (fields, vatNumber) => {
    expect(translate(mugs(fields)).customer).toMatchObject({ kind: 'company', vatNumber });
  });

  test('without an account is a guest, named by the address', () => {
    const guest = {
      customer_id: null,
      customer_is_guest: 1,
      customer_firstname: null,
      customer_lastname: null,
    };
    const { customer } = translate(mugs(guest));
    expect(customer).toMatchObject({ name: 'Noor de Wit' });
    expect(customer.id).toBeUndefined();
    expect(translate(mugs({ customer_id: 0 })).customer.id).toBeUndefined();
  });

  test('of an order without addresses is named by the account, or not at all', () => {
    const bare = { billing_address: null, extension_attributes: [] };
    expect(translate(mugs(bare)).customer).toMatchObject({ name: 'Noor de Wit', address: {} });
    const nameless = { ...bare, customer_firstname: '-', customer_lastname: null };
    expect(translate(mugs(nameless)).customer.name).toBe('noor@example.com');
  });

  test.each([
    [['Kade 12', '2 hoog'], { street: 'Kade 12', extra: '2 hoog' }],
    [['Kade', '12'], { street: 'Kade 12' }],
    [['Kade', '12', 'a'], { street: 'Kade 12 a' }],
    [['Kade', '12', 'Gebouw Zuid', 'unit 3'], { street: 'Kade 12', extra: 'Gebouw Zuid, unit 3' }],
    [['Kade', '12-b', ' '], { street: 'Kade 12-b' }],
    [['Plein 1944', '7'], { street: 'Plein 1944', extra: '7' }],
    [['', 'Kade 12'], { street: 'Kade 12' }],
    [[], {}],
    ['Kade 12', { street: 'Kade 12' }],
  ])('lives at %j', (street, expected) => {
    const { customer } = translate(mugs({ billing_address: { ...address, street } }));
    const { street: read, extra } = customer.address;
    expect({ ...(read && { street: read }), ...(extra && { extra }) }).toEqual(expected);
  });

  test('goods go where the shipping says', () => {
    const elsewhere = { ...address, country_id: 'be', region: 'Antwerpen' };
    const order = mugs();
    const assignment = { shipping_assignments: [{ shipping: { address: elsewhere } }] };
    expect(translate(extended(order, assignment)).delivery).toMatchObject({
      country: 'BE',
      region: 'Antwerpen',
    });
  });

  test('has a country that is one', () => {
    expect(() => translate(mugs({ billing_address: { ...address, country_id: 'Nederland' } }))).toThrow(
      /country_id/,
    );
  });
});

describe('reverse charge', () => {
  function sale(fields: Fields = {}, country = 'BE', shop = account) {
    const untaxed = {
      items: [row({ tax_percent: 0, tax_amount: 0, price_incl_tax: 10 })],
      tax_amount: 0,
      grand_total: 20,
    };
    const abroad = { ...address, country_id: country, company: 'Bakker', vat_id: 'BE0123456749' };
    const order = mugs({ ...untaxed, billing_address: abroad, ...fields });
    const to = { shipping_assignments: [{ shipping: { address: abroad } }] };
    return translate(extended(order, to), shop).customer.reverseCharge;
  }

  test('is an untaxed sale to a business with a VAT number in another country of the EU', () => {
    expect(sale()).toBe(true);
  });

  test.each([
    ['at home', sale({}, 'NL')],
    ['outside the EU', sale({}, 'CH')],
    ['with VAT', sale({ tax_amount: 4.2, grand_total: 24.2, items: [row()] })],
    ['of nothing', sale({ grand_total: 0, items: [] })],
    [
      'without a VAT number',
      sale({
        billing_address: { ...address, country_id: 'BE', company: 'Bakker' },
        extension_attributes: [],
      }),
    ],
    ['from outside the EU', sale({}, 'BE', withShop({ country: 'CH' }))],
  ])('is not a sale %s', (_, shifted) => {
    expect(shifted).toBe(false);
  });
});
