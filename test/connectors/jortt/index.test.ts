import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { FakeApi } from './fake-api.ts';

const organization = { company_name: 'Mugs B.V.', one_stop_shop_enabled: true, vat_type: 'vat', owners: [] };

function check(data: unknown) {
  return jortt.account(
    new FakeApi(({ path }) => (path === '/v3/organizations/me' ? { data } : undefined)),
    {},
  );
}

describe('the connector', () => {
  test('asks for a token by client credentials, with the scopes it needs', () => {
    expect(jortt.auth({ clientId: 'a', clientSecret: 'b' })).toEqual({
      kind: 'client-credentials',
      tokenUrl: 'https://app.jortt.nl/oauth-provider/oauth/token',
      clientId: 'a',
      clientSecret: 'b',
      scopes: ['customers:read', 'customers:write', 'invoices:read', 'invoices:write', 'organizations:read'],
      clientAuthentication: 'basic',
      lifetimeMs: 3_600_000,
    });
  });

  test('keeps its secret secret', () => {
    const { properties } = z.toJSONSchema(jortt.credentials);
    expect(properties).toMatchObject({ clientSecret: { secret: true } });
    expect(jortt.credentials.safeParse({ clientId: 'a', clientSecret: '' }).success).toBe(false);
  });

  test('is a target of invoices and credits in euros', () => {
    expect(jortt.orders?.target).toMatchObject({
      kinds: ['invoice', 'credit'],
      currencies: ['EUR'],
      guests: false,
    });
    expect(jortt.orders?.target?.vatCode('21')).toBe('21');
  });

  test('is a source of invoices as orders and of customers', () => {
    expect(jortt.orders?.source).toBeDefined();
    expect(jortt.customers?.source).toBeDefined();
  });
});

describe('the account', () => {
  test('is the organization', async () => {
    expect(await check(organization)).toEqual({
      name: 'Mugs B.V.',
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      traits: { oss: 'true', vatType: 'vat' },
    });
  });

  test('may say little', async () => {
    expect(await check({ company_name: null })).toMatchObject({ name: 'Jortt', traits: { oss: 'false' } });
  });
});

describe('fields for a mapping', () => {
  const shape: Record<string, unknown> = jortt.orders?.target?.fields.shape ?? {};

  test.each([
    ['send_method', 'email', true],
    ['send_method', 'post', false],
    ['payment_method', 'iDEAL', false],
    ['tradename_id', 'mugs', false],
    ['payment_term', 14, true],
    ['payment_term', '14', false],
    ['delivery_period', '2026-02-30', false],
    ['label_ids', ['8d5e9c10-2f47-4b3a-8c61-0a9b7d4e6f23'], true],
  ])('%s takes %j: %s', (name, value, success) => {
    expect((shape[name] as z.ZodType).safeParse(value).success).toBe(success);
  });
});
