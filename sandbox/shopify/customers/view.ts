import Big from 'big.js';
import { sumOf } from '../../kit/money/cents.ts';
import { countryName } from '../../kit/places/country-names.ts';
import { connection, exactCount, listed, type PageArguments } from '../graphql/connection.ts';
import { gid } from '../ids.ts';
import { metafieldFields } from '../metafields/metafield.ts';
import { decimal } from '../money.ts';
import { figuresOf } from '../orders/figures.ts';
import { orderView } from '../orders/view.ts';
import { currency, type Shop } from '../shop.ts';
import { isoText } from '../timestamps.ts';
import type { Address, Company, CompanyLocation, Customer } from './customer.ts';

export function nameOf({ firstName, lastName }: Pick<Address, 'firstName' | 'lastName'>): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}

export function addressView(address: Address | null): Record<string, unknown> | null {
  if (address === null) return null;
  const country = countryName(address.countryCode, 'en');
  return {
    __typename: 'MailingAddress',
    ...address,
    id: gid('MailingAddress', address.id),
    name: nameOf(address) || null,
    country,
    countryCodeV2: address.countryCode,
    province: address.provinceCode,
    latitude: null,
    longitude: null,
    formatted: [
      address.address1,
      address.address2,
      [address.zip, address.city].filter(Boolean).join(' '),
      country,
    ].filter(Boolean),
  };
}

export function customerView(shop: Shop, customer: Customer): Record<string, unknown> {
  const { email, phone, addresses } = customer;
  const owner = gid('Customer', customer.id);
  const orders = () => shop.orders.all().filter(({ customerId }) => customerId === customer.id);
  return {
    __typename: 'Customer',
    ...customer,
    id: owner,
    legacyResourceId: customer.id,
    displayName: nameOf(customer) || email || phone || '',
    defaultEmailAddress:
      email === null ? null : { emailAddress: email, marketingState: 'NOT_SUBSCRIBED', validFormat: true },
    defaultPhoneNumber: phone === null ? null : { phoneNumber: phone },
    defaultAddress: addressView(addresses[0] ?? null),
    addresses: ({ first }: { first?: number | null }) =>
      addresses.slice(0, first ?? addresses.length).map(addressView),
    addressesV2: (args: PageArguments) => listed(addresses, args, addressView),
    numberOfOrders: () => String(orders().length),
    amountSpent: () => ({
      amount: decimal(
        sumOf(orders().map((each) => Big(figuresOf(each).received).minus(figuresOf(each).refunded))),
      ),
      currencyCode: currency,
    }),
    orders: (args: PageArguments) =>
      connection(
        orders(),
        args,
        ({ id }) => id,
        null,
        (each) => orderView(shop, each),
      ),
    canDelete: () => orders().length === 0,
    verifiedEmail: email !== null,
    companyContactProfiles: () =>
      shop.companies
        .all()
        .flatMap((company) =>
          company.contacts
            .filter(({ customerId }) => customerId === customer.id)
            .map((each) => contactView(shop, company, each)),
        ),
    createdAt: isoText(customer.createdAt),
    updatedAt: isoText(customer.updatedAt),
    ...metafieldFields(shop, owner),
  };
}

export function companyView(shop: Shop, company: Company): Record<string, unknown> {
  return {
    __typename: 'Company',
    ...company,
    id: gid('Company', company.id),
    contacts: (args: PageArguments) =>
      listed(company.contacts, args, (each) => contactView(shop, company, each)),
    contactsCount: exactCount(company.contacts.length),
    mainContact: () =>
      company.contacts[0] === undefined ? null : contactView(shop, company, company.contacts[0]),
    locations: (args: PageArguments) =>
      listed(company.locations, args, (each) => locationView(shop, company, each)),
    customerSince: isoText(company.createdAt),
    createdAt: isoText(company.createdAt),
    updatedAt: isoText(company.updatedAt),
  };
}

export function contactView(
  shop: Shop,
  company: Company,
  contact: Company['contacts'][number],
): Record<string, unknown> {
  const customer = shop.customers.get(contact.customerId);
  return {
    id: gid('CompanyContact', contact.id),
    company: () => companyView(shop, company),
    customer: () => (customer === undefined ? null : customerView(shop, customer)),
    isMainContact: company.contacts[0]?.id === contact.id,
    title: contact.title,
    locale: customer?.locale ?? null,
    createdAt: isoText(company.createdAt),
    updatedAt: isoText(company.updatedAt),
  };
}

export function locationView(
  shop: Shop,
  company: Company,
  location: CompanyLocation,
): Record<string, unknown> {
  const { taxExempt, taxRegistrationId } = location;
  return {
    ...location,
    id: gid('CompanyLocation', location.id),
    company: () => companyView(shop, company),
    billingAddress: companyAddress(company, location.billing),
    shippingAddress: companyAddress(company, location.shipping),
    taxSettings: { taxExempt, taxRegistrationId, taxExemptions: [] },
    createdAt: isoText(company.createdAt),
    updatedAt: isoText(company.updatedAt),
  };
}

function companyAddress(company: Company, address: Address | null): Record<string, unknown> | null {
  if (address === null) return null;
  return {
    ...address,
    id: gid('CompanyAddress', address.id),
    companyName: company.name,
    recipient: nameOf(address) || null,
    address1: address.address1 ?? '',
    country: countryName(address.countryCode, 'en'),
    countryCode: address.countryCode ?? 'NL',
    zoneCode: address.provinceCode,
  };
}
