/** Customers, addresses and products as REST and webhooks have them (sheet 10.2, 11). */
import Big from 'big.js';
import { countryName } from '../../kit/places/country-names.ts';
import { localTimestamp } from '../../kit/time/local-time.ts';
import type { Address, Customer } from '../customers/customer.ts';
import { nameOf } from '../customers/view.ts';
import { gid } from '../ids.ts';
import { type Product, variantTitle } from '../products/product.ts';
import { pictureUrl, stockOf } from '../products/view.ts';
import { currency, type Shop } from '../shop.ts';
import { numberOf } from './numbers.ts';

type Body = Record<string, unknown>;

const weightUnits: Readonly<Record<string, string>> = {
  KILOGRAMS: 'kg',
  GRAMS: 'g',
  POUNDS: 'lb',
  OUNCES: 'oz',
};

export function addressBody(address: Address | null): Body | null {
  if (address === null) return null;
  const { firstName, lastName, company, address1, address2, zip, city, provinceCode, countryCode, phone } =
    address;
  return {
    first_name: firstName,
    last_name: lastName,
    name: nameOf(address),
    ...{ company, address1, address2, zip, city, phone },
    province: provinceCode,
    province_code: provinceCode,
    country: countryName(countryCode, 'en'),
    country_code: countryCode,
    latitude: null,
    longitude: null,
  };
}

export function customerBody(customer: Customer): Body {
  const {
    id,
    email,
    phone,
    firstName,
    lastName,
    note,
    tags,
    state,
    taxExempt,
    taxExemptions,
    createdAt,
    updatedAt,
  } = customer;
  const [main] = customer.addresses;
  return {
    id: numberOf(id),
    admin_graphql_api_id: gid('Customer', id),
    email,
    first_name: firstName,
    last_name: lastName,
    phone,
    state: state.toLowerCase(),
    note,
    tags: tags.join(', '),
    verified_email: email !== null,
    tax_exempt: taxExempt,
    tax_exemptions: taxExemptions,
    currency,
    created_at: localTimestamp(createdAt),
    updated_at: localTimestamp(updatedAt),
    multipass_identifier: null,
    email_marketing_consent:
      email === null
        ? null
        : { state: 'not_subscribed', opt_in_level: 'single_opt_in', consent_updated_at: null },
    sms_marketing_consent: null,
    ...(main === undefined
      ? {}
      : {
          default_address: {
            ...addressBody(main),
            id: numberOf(main.id),
            customer_id: numberOf(id),
            country_name: countryName(main.countryCode, 'en'),
            default: true,
          },
        }),
  };
}

export function productBody(shop: Shop, product: Product): Body {
  const id = numberOf(product.id);
  return {
    id,
    admin_graphql_api_id: gid('Product', product.id),
    title: product.title,
    body_html: product.descriptionHtml,
    vendor: product.vendor,
    product_type: product.productType,
    handle: product.handle,
    status: product.status.toLowerCase(),
    tags: product.tags.join(', '),
    created_at: localTimestamp(product.createdAt),
    updated_at: localTimestamp(product.updatedAt),
    published_at: product.publications.length === 0 ? null : localTimestamp(product.createdAt),
    variants: product.variants.map((each, index) => ({
      id: numberOf(each.id),
      product_id: id,
      admin_graphql_api_id: gid('ProductVariant', each.id),
      title: variantTitle(product, each),
      ...Object.fromEntries(each.values.map((value, place) => [`option${place + 1}`, value])),
      sku: each.sku,
      barcode: each.barcode,
      price: Big(each.price).toFixed(2),
      compare_at_price: each.compareAtPrice === null ? null : Big(each.compareAtPrice).toFixed(2),
      taxable: each.taxable,
      position: index + 1,
      inventory_policy: each.policy.toLowerCase(),
      inventory_item_id: numberOf(each.itemId),
      inventory_quantity: stockOf(each),
      inventory_management: each.tracked ? 'shopify' : null,
      requires_shipping: each.requiresShipping,
      weight: each.weight.value,
      weight_unit: weightUnits[each.weight.unit],
      image_id: numberOf(each.mediaId),
      created_at: localTimestamp(each.createdAt),
      updated_at: localTimestamp(each.updatedAt),
    })),
    options: product.options.map(({ id: optionId, name, values }, index) => ({
      id: numberOf(optionId),
      product_id: id,
      name,
      position: index + 1,
      values: values.map((each) => each.name),
    })),
    images: product.media.map((each, index) => ({
      id: numberOf(each.id),
      product_id: id,
      position: index + 1,
      alt: each.alt,
      src: pictureUrl(shop, each),
    })),
  };
}
