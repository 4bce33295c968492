import { rejected } from '../../../records/problem.ts';
import { compactVatNumber } from '../../../records/vat.ts';
import type { Account } from '../../contract/account.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { missingParts } from '../../wire/party.ts';
import { placeholder } from '../fields.ts';
import { addressParts, addressToWire, completed, namesOf } from '../party-to-wire.ts';
import { isAddressField } from './target-fields.ts';

/**
 * The body of `POST /V1/customers`, with its address for invoices (sheet 9.2). Company and VAT number have their place in
 * the address, so one that is not complete leaves them out with it. Throws `email_missing`, `customer_group_unknown`.
 */
export function customerToWire({ customer, fields }: CustomerDraft, { traits }: Account): JsonObject {
  const mapped = present(fields);
  const ofAddress = only(mapped, isAddressField);
  const ofAccount = only(mapped, (name) => !isAddressField(name));
  const account = present({
    email: customer.email?.trim(),
    ...namesOf(customer),
    taxvat: customer.vatNumber && compactVatNumber(customer.vatNumber),
    ...ofAccount,
    ...groupField(ofAccount.group_id),
  });
  if (account.email === undefined) {
    throw rejected('email_missing', { of: 'target', system: 'Magento', field: 'customer.email' });
  }
  const address = {
    ...addressToWire(customer, customer.address),
    ...regionField(customer.address.region?.trim()),
    ...ofAddress,
  };
  const { websiteId, storeId } = traits;
  const addresses = [completed({ ...address, default_billing: true, default_shipping: true })];
  return {
    customer: {
      ...present({ website_id: websiteId && Number(websiteId), store_id: storeId && Number(storeId) }),
      firstname: placeholder,
      lastname: placeholder,
      ...account,
      ...(missingParts(address, addressParts).length > 0 ? {} : { addresses }),
    },
  };
}

/** All three fields are required; 0 stands for no entry of the shop's list (sheet 9.2). */
function regionField(region: string | undefined): JsonObject {
  return region ? { region: { region_code: region, region, region_id: 0 } } : {};
}

/** The setting `classification` gives text. */
function groupField(group: unknown): { group_id?: number } {
  if (group === undefined) return {};
  if (/^[1-9]\d{0,4}$/.test(String(group))) return { group_id: Number(group) };
  throw rejected('customer_group_unknown', { system: 'Magento', group: String(group) });
}
