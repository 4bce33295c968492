import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writes } from './sandbox.ts';
import { Stack } from './stack.ts';
import { systems } from './systems.ts';

const there = { flow: 'customers', from: 'shop', to: 'webshop' };
const back = { flow: 'customers', from: 'webshop', to: 'shop' };

/** Which integrations carry which flows. */
const forms = [
  { form: 'two integrations', flows: { there: [there], back: [back] } },
  { form: 'one integration', flows: { both: [there, back] } },
];

describe.each(forms)('customers of Ecwid and Magento, both ways in $form', ({ flows }) => {
  const integrations = Object.entries(flows);
  let stack: Stack;

  beforeAll(async () => {
    stack = await Stack.start({ seeded: true });
    for (const [id, carried] of integrations) {
      await stack.api('PUT', `/integrations/${id}`, {
        name: id,
        connections: {
          shop: { connector: 'ecwid', credentials: systems.ecwid.credentials },
          webshop: { connector: 'magento', credentials: systems.magento.credentials },
        },
        flows: carried,
      });
    }
    const [[first] = ['']] = integrations;
    const webhookUrl = `${stack.koppel.url}/hooks/${first}/shop`;
    await stack.sandbox.control('POST', '/settings', { ecwid: { webhookUrl } });
    await round();
  }, 120_000);

  afterAll(() => stack.stop());

  /** Everything that either has, to the other. */
  async function round(): Promise<void> {
    for (const [id, carried] of integrations) {
      for (const { from, to } of carried) {
        await stack.api('POST', `/integrations/${id}/sync`, {
          flow: `customers:${from}:${to}`,
          since: '2000-01-01',
        });
        await stack.swept(id);
        await stack.settled(id, 1, 100_000);
      }
    }
    await stack.notified();
    for (const [id] of integrations) await stack.settled(id, 1, 100_000);
  }

  async function written(): Promise<unknown> {
    const { ecwid, magento } = await stack.sandbox.calls();
    return { ecwid: writes(ecwid), magento: writes(magento) };
  }

  it('are on both sides after one round', async () => {
    const shop = (await systems.ecwid.people(stack.sandbox)).map(({ email }) => email).sort();
    // Somebody may have an account on each of its websites.
    const { customers } = await stack.sandbox.control<{ customers: { email: string }[] }>(
      'GET',
      '/state/magento',
    );
    expect(shop).toEqual([...new Set(customers.map(({ email }) => email.toLowerCase()))].sort());
    expect(new Set(shop).size).toBe(shop.length);
    expect(shop.length).toBeGreaterThanOrEqual(35);
  });

  it('are quiet then: another round writes nothing', async () => {
    await stack.sandbox.forgetCalls();
    await round();
    expect(await written()).toEqual({ ecwid: [], magento: [] });
  });

  it('carry a change over once, and it does not come back', async () => {
    const [customer] = await stack.sandbox.ecwidCustomers();
    if (!customer) throw new Error('The shop has no customer.');
    await stack.sandbox.forgetCalls();
    const { billingPerson } = customer;
    await stack.sandbox.changeEcwidCustomer(customer.id, {
      billingPerson: { ...billingPerson, city: 'Ootmarsum', postalCode: '7631 AA' },
    });
    await round();
    await round();
    const arrived = (await systems.magento.people(stack.sandbox)).find(
      ({ email }) => email === customer.email,
    );
    expect(arrived?.city).toBe('Ootmarsum');
    const { ecwid, magento } = await stack.sandbox.calls();
    // The merchant's own.
    expect(writes(ecwid)).toEqual([[expect.stringMatching(/^PUT .*customers/), 1]]);
    expect(writes(magento)).toEqual([[expect.stringMatching(/^PUT .*customers/), 1]]);
  });
});
