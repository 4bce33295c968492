import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import type { Source } from '../../../../src/connectors/contract/source.ts';
import type { CustomerTarget } from '../../../../src/connectors/contract/target.ts';
import { customerSource as ecwidSource } from '../../../../src/connectors/ecwid/customers/source.ts';
import { customerTarget as ecwidTarget } from '../../../../src/connectors/ecwid/customers/target.ts';
import { customerSource as jorttSource } from '../../../../src/connectors/jortt/customers/source.ts';
import { customerTarget as jorttTarget } from '../../../../src/connectors/jortt/customers/target.ts';
import { customerSource } from '../../../../src/connectors/magento/customers/source.ts';
import { customerTarget } from '../../../../src/connectors/magento/customers/target.ts';
import type { Customer } from '../../../../src/records/customer.ts';
import { TestShop as EcwidShop } from '../../../sandbox/ecwid/shop.ts';
import { Office } from '../../../sandbox/jortt/office.ts';
import { TestShop } from '../../../sandbox/magento/shop.ts';
import { ShopApi } from '../../../sandbox/magento/shop-api.ts';
import { findFirst } from '../../../support/fake-api.ts';
import { ShopApi as EcwidApi } from '../../ecwid/shop-api.ts';
import { OfficeApi } from '../../jortt/office-api.ts';

interface System {
  readonly api: Api;
  readonly source: Source<Customer>;
  readonly target: CustomerTarget;
}

const magento = (): System => ({
  api: new ShopApi(new TestShop()),
  source: customerSource,
  target: customerTarget,
});

const others: Record<string, () => Promise<System>> = {
  Ecwid: async () => ({ api: new EcwidApi(new EcwidShop()), source: ecwidSource, target: ecwidTarget }),
  Jortt: async () => ({ api: new OfficeApi(await Office.open()), source: jorttSource, target: jorttTarget }),
};

/** Returns whether it wrote. */
async function write({ api, target }: System, customer: Customer): Promise<boolean> {
  const body = target.toWire({ customer, fields: {} }, api.account);
  const existing = await findFirst(target, api, customer.email ?? '');
  if (existing === null) await target.create(api, body);
  else if (target.isUpToDate(existing, body)) return false;
  else await target.update(api, existing, body);
  return true;
}

async function carry(from: System, to: System, email: string): Promise<boolean> {
  const id = (await findFirst(from.target, from.api, email))?.id ?? '';
  const customer = await from.source.get(from.api, id);
  if (customer === null) throw new Error('is gone');
  return write(to, customer);
}

let counter = 0;
const word = fc.constantFrom('Ann', 'de Wit', 'Élise', 'Anna  Maria', 'Jansen-Bos');
const anyCustomer: fc.Arbitrary<Customer & { email: string }> = fc
  .record({
    kind: fc.constantFrom('person' as const, 'company' as const),
    name: fc.tuple(word, word).map((words) => words.join(' ')),
    company: fc.constantFrom(undefined, 'Bakkerij B.V.'),
    vatNumber: fc.constantFrom(undefined, 'NL 0000.00.000 B02'),
    phone: fc.constantFrom(undefined, '+31 30 000 00 00'),
    address: fc.constantFrom(
      { street: 'Kade 3', postalCode: '3511 AB', city: 'Utrecht', country: 'NL' },
      {
        street: 'rue Haute 4',
        extra: 'bte 5',
        postalCode: '1000',
        city: 'Brussel',
        region: 'BRU',
        country: 'BE',
      },
    ),
  })
  .map((customer) => ({ ...customer, email: `buyer${++counter}@mail.example` }));

describe.each(Object.keys(others))('customers between Magento and %s', (name) => {
  test('come to rest, wherever they come from', async () => {
    const shop = magento();
    const other = await others[name]?.();
    if (other === undefined) throw new Error('no such system');
    await fc.assert(
      fc.asyncProperty(anyCustomer, fc.boolean(), async (customer, fromShop) => {
        const [here, there] = fromShop ? [shop, other] : [other, shop];
        await write(here, customer);
        const { email } = customer;
        await carry(here, there, email);
        await carry(there, here, email);
        await carry(here, there, email);
        expect(await carry(there, here, email), 'back').toBe(false);
        expect(await carry(here, there, email), 'forth').toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
