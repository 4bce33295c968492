import { describe, expect, test } from 'vitest';
import { customerSource } from '../../../src/connectors/ecwid/customers/source.ts';
import { customer as customerRecord } from '../../../src/records/customer.ts';
import { FakeApi } from './fake-api.ts';
import { mugs, person, translate } from './order-payload.ts';

const guest = { ...person, companyName: '' };

async function account(fields: object) {
  const wire = { id: 330077, email: 'a@b.example', billingPerson: guest, shippingAddresses: [], ...fields };
  return customerRecord.parse(await customerSource.get(new FakeApi(() => wire), '330077'));
}

function buyer(fields: Record<string, unknown>) {
  return customerRecord.parse(translate(mugs({ billingPerson: guest, ...fields })).customer);
}

describe('a company of the shop is one by', () => {
  test('its name alone', async () => {
    const billingPerson = { ...guest, companyName: 'Touwslagerij Roos' };
    expect(buyer({ billingPerson })).toMatchObject({ kind: 'company', company: 'Touwslagerij Roos' });
    expect(await account({ billingPerson })).toMatchObject({ kind: 'company', company: 'Touwslagerij Roos' });
  });

  test.each([
    ['that is right by its check digits', 'BE 0403.170.701', undefined],
    ['that the shop found valid', 'DE 111 222 333', true],
  ])('a VAT number %s, without a name', async (_what, vatNumber, valid) => {
    expect(buyer({ customerTaxId: vatNumber, customerTaxIdValid: valid })).toMatchObject({
      kind: 'company',
      vatNumber,
    });
    expect(await account({ taxId: vatNumber, taxIdValid: valid })).toMatchObject({
      kind: 'company',
      vatNumber,
    });
  });
});

describe('a buyer of the shop is a private one with', () => {
  test.each(['geen', 'n.v.t.', '-', '87654321X', '0403170701', ''])('%j for a VAT number', async (typed) => {
    for (const valid of [undefined, true, false]) {
      const read = [
        buyer({ customerTaxId: typed, customerTaxIdValid: valid }),
        await account({ taxId: typed, taxIdValid: valid }),
      ];
      for (const each of read) {
        expect(each.kind).toBe('person');
        expect(each.vatNumber).toBeUndefined();
      }
    }
  });

  test.each(['-', '.', ' / ', '--'])('%j for a company name', async (companyName) => {
    const billingPerson = { ...guest, companyName };
    for (const each of [buyer({ billingPerson }), await account({ billingPerson })]) {
      expect(each.kind).toBe('person');
      expect(each.company).toBeUndefined();
    }
  });

  test('a number that the shop found invalid', () => {
    const fields = { customerTaxId: 'BE0403170701', customerTaxIdValid: false };
    expect(buyer(fields)).toMatchObject({ kind: 'person' });
  });
});
