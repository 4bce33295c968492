/** Mutations of customers and companies (sheet 5.8, 6). */
import { payloadOf, refused } from '../graphql/errors.ts';
import { gid, idIn } from '../ids.ts';
import {
  byCustomId,
  checkedMetafields,
  type MetafieldInput,
  setMetafields,
} from '../metafields/metafield.ts';
import { uniqueTags } from '../orders/writes.ts';
import type { Shop } from '../shop.ts';
import { shopView } from '../shop-view.ts';
import { type AddressInput, addressFrom } from './address-input.ts';
import type { Company, Customer } from './customer.ts';
import { addressView, companyView, customerView } from './view.ts';

export interface CustomerFields {
  readonly id?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  readonly note?: string | null;
  readonly tags?: readonly string[] | null;
  readonly taxExempt?: boolean | null;
  readonly taxExemptions?: readonly string[] | null;
  readonly locale?: string | null;
  readonly addresses?: readonly AddressInput[] | null;
  readonly metafields?: readonly MetafieldInput[] | null;
}

interface Identifier {
  readonly id?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly customId?: { readonly namespace?: string | null; readonly key: string; readonly value: string };
}

const maxName = 255;

export function customerIn(shop: Shop, id: string | null | undefined, field: string): Customer {
  const customer = shop.customers.get(idIn('Customer', id) ?? '');
  if (customer === undefined) throw refused(field, "Customer can't be found", 'NOT_FOUND');
  return customer;
}

export function customerMutations(shop: Shop) {
  const shown = (customer: Customer) => ({ customer: customerView(shop, customer) });
  const withMetafields = (given: CustomerFields, save: () => Customer) => {
    const probe = gid('Customer', idIn('Customer', given.id) ?? '0');
    checkedMetafields(shop, probe, given.metafields ?? [], 'input.metafields');
    const customer = save();
    setMetafields(shop, gid('Customer', customer.id), given.metafields ?? [], 'input.metafields');
    return shown(customer);
  };
  const withAddress = (
    customerId: string,
    change: (addresses: Customer['addresses']) => Customer['addresses'],
  ) => {
    const customer = customerIn(shop, customerId, 'customerId');
    return shop.saveCustomer({
      ...customer,
      addresses: change(customer.addresses),
      updatedAt: shop.world.now(),
    });
  };
  const isAddress = (id: string) => (each: { id: string }) => each.id === idIn('MailingAddress', id);
  return {
    customerCreate: ({ input }: { input: CustomerFields }) =>
      payloadOf(() => withMetafields(input, () => create(shop, input, 'input'))),
    customerUpdate: ({ input }: { input: CustomerFields }) =>
      payloadOf(() =>
        withMetafields(input, () => update(shop, customerIn(shop, input.id, 'id'), input, 'input')),
      ),
    customerSet: ({ identifier, input }: { identifier?: Identifier | null; input: CustomerFields }) =>
      payloadOf(() => shown(set(shop, identifier ?? {}, input))),
    customerDelete: ({ input }: { input: { id: string } }) =>
      payloadOf(() => {
        const customer = customerIn(shop, input.id, 'id');
        removeCustomer(shop, customer);
        return { deletedCustomerId: input.id, shop: shopView(shop) };
      }),
    customerAddressCreate: ({
      customerId,
      address,
      setAsDefault,
    }: {
      customerId: string;
      address: AddressInput;
      setAsDefault?: boolean | null;
    }) =>
      payloadOf(() => {
        const made = addressFrom(shop, address);
        withAddress(customerId, (all) => (setAsDefault ? [made, ...all] : [...all, made]));
        return { address: addressView(made) };
      }),
    customerAddressUpdate: ({
      customerId,
      addressId,
      address,
      setAsDefault,
    }: {
      customerId: string;
      addressId: string;
      address: AddressInput;
      setAsDefault?: boolean | null;
    }) =>
      payloadOf(() => {
        const before = customerIn(shop, customerId, 'customerId').addresses.find(isAddress(addressId));
        if (before === undefined) throw refused('addressId', 'Address does not exist');
        const given = addressFrom(shop, { ...before, ...address });
        const made = { ...given, id: before.id };
        withAddress(customerId, (all) =>
          setAsDefault
            ? [made, ...all.filter(({ id }) => id !== made.id)]
            : all.map((each) => (each.id === made.id ? made : each)),
        );
        return { address: addressView(made) };
      }),
    companyCreate: ({ input }: { input: CompanyInput }) =>
      payloadOf(() => ({ company: companyView(shop, createCompany(shop, input)) })),
  };
}

/** Somebody with orders cannot be deleted (`canDelete`). */
export function removeCustomer(shop: Shop, customer: Customer): void {
  if (shop.orders.all().some(({ customerId }) => customerId === customer.id)) {
    throw refused('id', 'Customer can’t be deleted because they have associated orders');
  }
  shop.customers.delete(customer.id);
  shop.happenings.ofDeleted('customers/delete', customer.id);
}

export function create(shop: Shop, given: CustomerFields, field: string): Customer {
  if (!given.email && !given.phone && !given.firstName && !given.lastName) {
    throw refused(null, 'A name, phone number, or email address must be present', 'BLANK');
  }
  const now = shop.world.now();
  const empty: Customer = {
    ...{ id: shop.newId('customer'), email: null, phone: null, firstName: null, lastName: null, note: null },
    ...{ tags: [], taxExempt: false, taxExemptions: [], locale: 'nl', state: 'DISABLED', addresses: [] },
    ...{ createdAt: now, updatedAt: now },
  };
  return shop.saveCustomer(merged(shop, empty, given, field));
}

export function update(shop: Shop, customer: Customer, given: CustomerFields, field: string): Customer {
  return shop.saveCustomer({ ...merged(shop, customer, given, field), updatedAt: shop.world.now() });
}

/** Of an order: by id or e-mail address, else a new one. */
export function upsertCustomer(shop: Shop, given: CustomerFields, field: string): Customer {
  if (given.id) return update(shop, customerIn(shop, given.id, `${field}.id`), given, field);
  const known = given.email ? shop.customersByEmail(given.email.toLowerCase())[0] : undefined;
  return known === undefined ? create(shop, given, field) : update(shop, known, given, field);
}

/** The upsert (sheet 6). */
function set(shop: Shop, { id, email, phone, customId }: Identifier, given: CustomerFields): Customer {
  if (given.id && (id ?? email ?? phone ?? customId))
    throw refused('input.id', 'The id field is not allowed with an identifier', 'ID_NOT_ALLOWED');
  if (email !== undefined && given.email?.toLowerCase() !== email.toLowerCase()) {
    throw refused('input.email', 'The identifier and the input do not match', 'INPUT_MISMATCH');
  }
  if (phone !== undefined && given.phone !== phone)
    throw refused('input.phone', 'The identifier and the input do not match', 'INPUT_MISMATCH');
  const global = id ?? given.id ?? (customId === undefined ? null : byCustomId(shop, 'CUSTOMER', customId));
  if (global) return update(shop, customerIn(shop, global, 'identifier'), given, 'input');
  const known =
    email !== undefined
      ? shop.customersByEmail(email.toLowerCase())[0]
      : phone !== undefined
        ? shop.customersByPhone(phone)[0]
        : undefined;
  return known === undefined ? create(shop, given, 'input') : update(shop, known, given, 'input');
}

/** Lists replace what is there; what is left out stays. */
function merged(shop: Shop, before: Customer, given: CustomerFields, field: string): Customer {
  const { email, phone, firstName, lastName, note, tags, taxExempt, taxExemptions, locale, addresses } =
    given;
  const at = (name: string) => `${field}.${name}`;
  const isOther = (each: Customer) => each.id !== before.id;
  if (email) {
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw refused(at('email'), 'Email is invalid', 'INVALID');
    if (shop.customersByEmail(email.toLowerCase()).some(isOther))
      throw refused(at('email'), 'Email has already been taken', 'TAKEN');
  }
  if (phone) {
    if (!/^\+[1-9]\d{7,14}$/.test(phone)) throw refused(at('phone'), 'Phone is invalid', 'INVALID');
    if (shop.customersByPhone(phone).some(isOther))
      throw refused(at('phone'), 'Phone has already been taken', 'TAKEN');
  }
  if ((firstName?.length ?? 0) > maxName)
    throw refused(at('firstName'), 'First name is too long (maximum is 255 characters)', 'TOO_LONG');
  if ((lastName?.length ?? 0) > maxName)
    throw refused(at('lastName'), 'Last name is too long (maximum is 255 characters)', 'TOO_LONG');
  return {
    ...before,
    ...(email === undefined ? {} : { email: email || null }),
    ...(phone === undefined ? {} : { phone: phone || null }),
    ...(firstName === undefined ? {} : { firstName: firstName || null }),
    ...(lastName === undefined ? {} : { lastName: lastName || null }),
    ...(note === undefined ? {} : { note: note || null }),
    ...(tags ? { tags: uniqueTags(tags) } : {}),
    ...(typeof taxExempt === 'boolean' ? { taxExempt } : {}),
    ...(taxExemptions ? { taxExemptions } : {}),
    ...(locale ? { locale } : {}),
    ...(addresses ? { addresses: addresses.map((each) => addressFrom(shop, each)) } : {}),
  };
}

interface CompanyInput {
  readonly company: {
    readonly name?: string | null;
    readonly externalId?: string | null;
    readonly note?: string | null;
  };
  readonly companyContact?: (CustomerFields & { readonly title?: string | null }) | null;
  readonly companyLocation?: {
    readonly name?: string | null;
    readonly externalId?: string | null;
    readonly note?: string | null;
    readonly phone?: string | null;
    readonly billingAddress?: AddressInput | null;
    readonly shippingAddress?: AddressInput | null;
    readonly billingSameAsShipping?: boolean | null;
    readonly taxRegistrationId?: string | null;
    readonly taxExempt?: boolean | null;
  } | null;
}

function createCompany(shop: Shop, { company, companyContact, companyLocation }: CompanyInput): Company {
  const { name, externalId, note } = company;
  if (!name) throw refused('input.company.name', "Name can't be blank", 'BLANK');
  if (externalId && shop.companies.all().some((each) => each.externalId === externalId)) {
    throw refused('input.company.externalId', 'External id has already been taken', 'TAKEN');
  }
  const contact = companyContact ? upsertCustomer(shop, companyContact, 'input.companyContact') : null;
  const place = companyLocation ?? {};
  const shipping = place.shippingAddress ? addressFrom(shop, place.shippingAddress) : null;
  const billing = place.billingSameAsShipping
    ? shipping
    : place.billingAddress
      ? addressFrom(shop, place.billingAddress)
      : null;
  const now = shop.world.now();
  return shop.saveCompany({
    ...{
      id: shop.newId('company'),
      name,
      externalId: externalId ?? null,
      note: note ?? null,
      createdAt: now,
      updatedAt: now,
    },
    contacts:
      contact === null
        ? []
        : [{ id: shop.newId('part'), customerId: contact.id, title: companyContact?.title ?? null }],
    locations: [
      {
        ...{
          id: shop.newId('part'),
          name: place.name ?? name,
          externalId: place.externalId ?? null,
          note: place.note ?? null,
        },
        ...{ phone: place.phone ?? null, billing, shipping, taxExempt: place.taxExempt ?? false },
        taxRegistrationId: place.taxRegistrationId ?? null,
      },
    ],
  });
}
