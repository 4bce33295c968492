import { describe, expect, test } from 'vitest';
import { orderToWire } from '../../../../src/connectors/magento/orders/to-wire.ts';
import { shippingOf, wire } from '../described-order.ts';
import { discounted, line, shopOrder } from '../documents.ts';

describe('payment and shipping', () => {
  test.each([
    [undefined, 'checkmo'],
    ['iDEAL', 'checkmo'],
    ['Overboeking', 'checkmo'],
    ['banktransfer', 'banktransfer'],
    ['mollie_methods_ideal', 'mollie_methods_ideal'],
  ])('by %s is %s', (paymentMethod, method) => {
    expect(wire({ ...discounted, paymentMethod }).payment).toMatchObject({ method });
  });

  test('of nothing is free', () => {
    const free = shopOrder({ lines: [line({ unitPrice: '0' })], vatByRate: [] });
    expect(wire(free)).toMatchObject({ grand_total: 0, payment: { method: 'free' } });
  });

  test('codes of carriers are taken; a name for people is a description', () => {
    expect(shippingOf({ ...discounted, shippingMethod: 'tig_postnl_daytime' })?.method).toBe(
      'tig_postnl_daytime',
    );
    expect(shippingOf({ ...discounted, shippingMethod: 'PostNL Avond' })?.method).toBe('flatrate_flatrate');
    expect(wire({ ...discounted, shippingMethod: 'PostNL Avond' }).shipping_description).toBe('PostNL Avond');
  });
});

describe('addresses', () => {
  const firm = {
    ...discounted.customer,
    kind: 'company' as const,
    company: 'Bakker',
    vatNumber: 'be 0123.456.749',
    phone: '+32 1',
  };

  test('have company, VAT number and both lines of the street', () => {
    const address = { ...firm.address, extra: 'bus 3', region: 'Overijssel' };
    const body = wire({
      ...discounted,
      customer: { ...firm, address },
      delivery: { ...firm.address, city: 'Gent' },
    });
    expect(body.billing_address).toEqual({
      address_type: 'billing',
      firstname: 'Noor',
      lastname: 'de Wit',
      company: 'Bakker',
      vat_id: 'BE0123456749',
      street: ['Kade 12', 'bus 3'],
      city: 'Zwolle',
      postcode: '8011 AB',
      country_id: 'NL',
      region: 'Overijssel',
      telephone: '+32 1',
      email: 'noor@example.com',
    });
    expect(body.customer_taxvat).toBe('BE0123456749');
    expect(shippingOf({ ...discounted, delivery: { ...firm.address, city: 'Gent' } })?.address).toMatchObject(
      {
        address_type: 'shipping',
        city: 'Gent',
      },
    );
  });

  test('get what Magento insists on and nobody knows', () => {
    const customer = { ...discounted.customer, name: 'Noor' };
    expect(wire({ ...discounted, customer }).billing_address).toMatchObject({
      firstname: 'Noor',
      lastname: '-',
      telephone: '-',
    });
    const nameless = { ...discounted.customer, name: 'noor@example.com' };
    expect(wire({ ...discounted, customer: nameless })).toMatchObject({
      customer_firstname: '-',
      customer_lastname: '-',
    });
  });

  test('of a buyer without one are those of the delivery', () => {
    const body = { ...discounted, customer: { ...discounted.customer, address: {} }, delivery: firm.address };
    expect(wire(body).billing_address).toMatchObject({ city: 'Zwolle' });
  });

  test('that are not complete are refused, naming what is missing', () => {
    const customer = { ...discounted.customer, address: { street: 'Kade 12', country: 'NL' } };
    expect(() => orderToWire({ ...discounted, customer })).toThrow(
      expect.objectContaining({
        code: 'address_incomplete',
        params: { system: 'Magento', missing: ['city', 'postalCode'], fields: [] },
      }),
    );
  });
});

describe('mapped fields', () => {
  test('stand above the document and go where Magento has them', () => {
    const fields = {
      status: 'verpakt',
      customer_email: 'books@example.com',
      payment_method: 'purchaseorder',
      po_number: 'PO-7',
      shipping_method: 'tablerate_bestway',
    };
    const body = wire({ ...discounted, fields });
    expect(body).toMatchObject({
      status: 'verpakt',
      customer_email: 'books@example.com',
      billing_address: { email: 'books@example.com' },
      payment: { method: 'purchaseorder', po_number: 'PO-7' },
    });
    expect(body).not.toHaveProperty('payment_method');
    expect(shippingOf({ ...discounted, fields })?.method).toBe('tablerate_bestway');
  });

  test('may give the e-mail address that Magento needs', () => {
    const { email: _, ...customer } = discounted.customer;
    expect(() => orderToWire({ ...discounted, customer })).toThrow(
      expect.objectContaining({ code: 'email_missing' }),
    );
    expect(wire({ ...discounted, customer, fields: { customer_email: 'a@b.example' } })).toMatchObject({
      customer_email: 'a@b.example',
    });
  });
});

test('a credit is none of Magento’s orders', () => {
  expect(() => orderToWire({ ...discounted, kind: 'credit' })).toThrow(
    expect.objectContaining({ kind: 'rejected', code: 'credit_unsupported' }),
  );
});
