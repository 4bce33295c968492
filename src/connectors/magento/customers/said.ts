/** What links of earlier versions keep the fingerprint of. The same for every website and store view. */
import type { JsonObject } from '../../contract/target.ts';
import { asObject, only } from '../../wire/objects.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { objectsIn } from './readable.ts';
import { isAddress } from './to-wire.ts';

export function saidOfCustomer({ customer }: JsonObject): JsonObject {
  const { addresses, website_id: _, store_id: __, ...account } = asObject(customer);
  const isKnown = (name: string, value: unknown) => name !== 'default_shipping' && value !== placeholder;
  const said = objectsIn(addresses)
    .filter(isAddress)
    .map((address) => only(address, isKnown));
  return { ...only(account, isKnown), ...(said.length === 0 ? {} : { addresses: said }) };
}
