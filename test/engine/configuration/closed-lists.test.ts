import { describe, expect, test } from 'vitest';
import type { ConfigurationError } from '../../../src/engine/configuration/configuration.ts';
import type { IntegrationView } from '../../../src/engine/reporting/views.ts';
import { PlayedSystems } from '../../support/played-systems.ts';
import { credentials, hosts } from '../../support/systems.ts';

type System = keyof typeof credentials;

/** What a PUT of a new integration with these settings says: what is wrong, or what could not be checked, by field. */
async function put(
  from: System,
  to: System,
  settings: object,
  flow = 'orders',
  target: object = credentials[to],
) {
  const played = new PlayedSystems(hosts);
  const calls: string[] = [];
  played.interfere = (call) => void calls.push(call);
  await played.open();
  const document = {
    name: 'Lists',
    connections: {
      shop: { connector: from, credentials: credentials[from] },
      books: { connector: to, credentials: target },
    },
    flows: [{ flow, from: 'shop', to: 'books', settings }],
  };
  const { clock, integration } = played;
  const answer: IntegrationView | ConfigurationError = await clock
    .settle(integration.configure(document))
    .catch((error: ConfigurationError) => error);
  const issues = 'issues' in answer ? answer.issues : [];
  return {
    issues: issues.map(({ path, message }) => `${path.slice(3).join('.')}: ${message}`),
    warnings: 'warnings' in answer ? answer.warnings : undefined,
    calls,
    stored: 'name' in answer && answer.name === 'Lists',
  };
}

const account = 'c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b03';

describe('a setting that names what its system does not have', () => {
  test.each<[string, System, System, object, string]>([
    [
      'order status',
      'ecwid',
      'jortt',
      { statuses: ['SHIPED'] },
      'statuses.0: "SHIPED" is not an order status of Ecwid by Lightspeed; the nearest is "SHIPPED"',
    ],
    [
      'payment status',
      'ecwid',
      'jortt',
      { paymentStatuses: ['PAID', 'paid'] },
      'paymentStatuses.1: "paid" is not a payment status of Ecwid by Lightspeed; the nearest is "PAID"',
    ],
    [
      'payment status',
      'magento',
      'jortt',
      { paymentStatuses: ['partly_paid'] },
      'paymentStatuses.0: "partly_paid" is not a payment status of Magento 2; the nearest is "partially_paid"',
    ],
    [
      'payment status',
      'jortt',
      'ecwid',
      { paymentStatuses: ['payd'] },
      'paymentStatuses.0: "payd" is not a payment status of Jortt; the nearest is "paid"',
    ],
    [
      'order status',
      'jortt',
      'magento',
      { statuses: ['send'] },
      'statuses.0: "send" is not an order status of Jortt; the nearest is "sent"',
    ],
    [
      'status to write back',
      'ecwid',
      'jortt',
      { writeBack: { status: 'BOOKED' } },
      'writeBack.status: "BOOKED" is not an order status of Ecwid by Lightspeed; it has ',
    ],
    [
      'VAT code',
      'ecwid',
      'jortt',
      { vat: { byRate: { map: { 21: '21%' } } } },
      'vat.byRate.map.21: "21%" is not a VAT code of Jortt; the nearest is "21"',
    ],
    [
      'VAT code of a country',
      'ecwid',
      'jortt',
      { vat: { byCountry: { BE: { force: 'excempt' } } } },
      'vat.byCountry.BE.force: "excempt" is not a VAT code of Jortt; the nearest is "exempt"',
    ],
    [
      'payment method',
      'ecwid',
      'jortt',
      { paymentMethods: { map: { iDEAL: 'already-payed' } } },
      'paymentMethods.map.iDEAL: "already-payed" is not a payment method of Jortt; the nearest is "already_paid"',
    ],
    [
      'ledger account',
      'ecwid',
      'jortt',
      { revenueAccount: { shipping: 'Verzendkosten' } },
      'revenueAccount.shipping: "Verzendkosten" is not a ledger account of Jortt; the nearest is "c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b04" (Verzendkosten)',
    ],
    [
      'ledger account, not a leaf',
      'magento',
      'jortt',
      { revenueAccount: { byRate: { default: 'c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b01' } } },
      'revenueAccount.byRate.default: "c0a7f3d1-5e2b-4b94-8d16-3f9e7a1c0b01" is not a ledger account of Jortt; the nearest is "',
    ],
    [
      'class of customers',
      'ecwid',
      'magento',
      { customer: { classification: { force: '77' } } },
      'customer.classification.force: "77" is not a class of customers of Magento 2; it has ',
    ],
  ])(
    'is refused when saved, with the nearest name: %s of %s to %s',
    async (_what, from, to, settings, told) => {
      const { issues, stored } = await put(from, to, settings);
      expect(stored).toBe(false);
      expect(issues).toHaveLength(1);
      expect(issues[0]).toContain(told);
    },
  );

  test('of customers, likewise', async () => {
    const { issues } = await put('ecwid', 'jortt', { revenueAccount: { default: 'x' } }, 'customers');
    expect(issues).toEqual([
      expect.stringContaining('revenueAccount.default: "x" is not a ledger account of Jortt'),
    ]);
  });
});

describe('settings that name what there is', () => {
  test.each<[System, System, object]>([
    [
      'ecwid',
      'jortt',
      {
        statuses: ['SHIPPED'],
        paymentStatuses: ['PAID', 'CUSTOM_PAYMENT_STATUS_2'],
        writeBack: { status: 'PROCESSING' },
      },
    ],
    ['ecwid', 'jortt', { vat: { byRate: { map: { 21: '21', 9: '9.0' }, default: '0:exempt' } } }],
    [
      'magento',
      'jortt',
      {
        statuses: ['our_own_status'],
        paymentStatuses: ['paid'],
        paymentMethods: { map: { checkmo: 'pay_later' } },
      },
    ],
    ['jortt', 'ecwid', { paymentMethods: { map: { PAY_LATER: 'Invoice' } } }],
  ])('are stored without a call: %s to %s with %j', async (from, to, settings) => {
    const { stored, warnings, calls, issues } = await put(from, to, settings);
    expect(issues).toEqual([]);
    expect([stored, warnings, calls]).toEqual([true, [], []]);
  });

  test('are stored, each list asked for once', async () => {
    const settings = {
      revenueAccount: { shipping: account, discount: account, byRate: { default: account } },
    };
    const { stored, calls } = await put('ecwid', 'jortt', settings);
    expect(stored).toBe(true);
    expect(calls.filter((call) => call.includes('ledger_accounts'))).toHaveLength(1);
  });
});

test('what cannot be checked, because the account is not reached, is a warning', async () => {
  const wrong = { clientId: 'nobody', clientSecret: 'wrong' };
  const { stored, warnings } = await put(
    'ecwid',
    'jortt',
    { revenueAccount: { shipping: account } },
    'orders',
    wrong,
  );
  expect(stored).toBe(true);
  expect(warnings).toMatchObject([
    {
      code: 'setting_unchecked',
      message: expect.stringMatching(
        /^"flows\.0\.settings\.revenueAccount\.shipping" could not be checked in Jortt: .{20,}/,
      ),
    },
  ]);
});
