import type { Customer } from '../../../records/customer.ts';
import { rejected } from '../../../records/problem.ts';
import { compactVatNumber } from '../../../records/vat.ts';
import type { Account } from '../../contract/account.ts';
import type { CustomerDraft, JsonObject } from '../../contract/target.ts';
import { present } from '../../wire/fields.ts';
import { only } from '../../wire/objects.ts';
import { missingParts, nameOf } from '../../wire/party.ts';
import { placeholder } from '../../wire/placeholder.ts';
import { addressParts, addressToWire, completed, namesOf } from '../party-to-wire.ts';
import { isAddressField } from './target-fields.ts';

/**
 * The body of `POST /V1/customers`, with its address for invoices (sheet 9.2). Company and telephone number have their place
 * in it, so without a full one they are left out; but that it is a company is said to an account that has an address (write.ts).
 * Throws `email_missing`, `customer_group_unknown`.
 */
export function customerToWire({ customer: record, fields }: CustomerDraft, { traits }: Account): JsonObject {
  const customer = withKind(record);
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
  const address = addressIn({
    ...addressToWire(customer, customer.address),
    ...regionField(customer.address.region?.trim()),
    ...ofAddress,
  });
  const { websiteId, storeId } = traits;
  return {
    customer: {
      ...present({ website_id: websiteId && Number(websiteId), store_id: storeId && Number(storeId) }),
      firstname: placeholder,
      lastname: placeholder,
      ...account,
      ...(address === null ? {} : { addresses: [address] }),
    },
  };
}

/** Company and VAT number make a company of whoever has one; a company that says neither goes by its contact's name. */
function withKind(customer: Customer): Customer {
  const { kind, company, vatNumber } = customer;
  if (kind === 'person') return { ...customer, company: undefined, vatNumber: undefined };
  const isTold = (company ?? vatNumber ?? '').trim() !== '';
  return isTold ? customer : { ...customer, company: nameOf(customer) };
}

/** Whether Magento takes it as an address. */
export function isAddress(address: JsonObject): boolean {
  return missingParts(address, addressParts).length === 0;
}

const ofPlace = new Set(['street', 'city', 'postcode', 'country_id', 'region']);

function addressIn(address: JsonObject): JsonObject | null {
  const defaults = { default_billing: true, default_shipping: true };
  if (isAddress(address)) return completed({ ...address, ...defaults });
  const others = only(address, (name) => !ofPlace.has(name));
  return others.company === undefined ? null : { ...others, ...defaults };
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
