/** Records as the API shows them. */
import type { Json, JsonObject } from '../../kit/json.ts';
import { textIn } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { type Field, isCompound } from '../schema/field.ts';
import type { SObject } from '../schema/sobject.ts';
import type { Row } from './tables.ts';

type Computed = (org: Org, row: Row) => Json;

/** What is worked out when it is read. */
const computed: Readonly<Record<string, Computed>> = {
  'PricebookEntry.Name': (org, { fields }) => productOf(org, fields).Name ?? null,
  'PricebookEntry.ProductCode': (org, { fields }) => productOf(org, fields).ProductCode ?? null,
  'ProductCatalog.NumberOfCategories': (org, { id }) =>
    org.children('ProductCategory', 'CatalogId', id).length,
  'ProductCategory.NumberOfProducts': (org, { id }) =>
    org.children('ProductCategoryProduct', 'ProductCategoryId', id).length,
};

export function fieldValue(org: Org, object: SObject, row: Row, field: Field): Json {
  if (isCompound(field)) return addressOf(org, row, field.name.replace(/Address$/, ''));
  const compute = field.calculated ? computed[`${object.name}.${field.name}`] : undefined;
  if (compute !== undefined) return compute(org, row);
  const value = row.fields[field.name];
  return value === undefined ? (field.type === 'boolean' ? false : null) : value;
}

/** All fields that the user may see, or those that are named. */
export function recordOnWire(
  org: Org,
  object: SObject,
  row: Row,
  version: string,
  fields: readonly Field[] = object.fields,
): JsonObject {
  const values = fields.map((each) => [each.name, fieldValue(org, object, row, each)] as const);
  return { attributes: attributesOf(object.name, row.id, version), ...Object.fromEntries(values) };
}

export function attributesOf(object: string, id: string, version: string): JsonObject {
  return { type: object, url: recordPath(object, id, version) };
}

export function recordPath(object: string, id: string, version: string): string {
  return `/services/data/v${version}/sobjects/${object}/${id}`;
}

function addressOf(org: Org, { fields }: Row, prefix: string): Json {
  const part = (name: string): Json => fields[prefix + name] ?? null;
  const names = ['Street', 'City', 'State', 'PostalCode', 'Country', 'StateCode', 'CountryCode'];
  if (names.every((name) => part(name) === null)) return null;
  return {
    city: part('City'),
    country: part('Country'),
    ...(org.settings().countryPicklists ? { countryCode: part('CountryCode') } : {}),
    geocodeAccuracy: part('GeocodeAccuracy'),
    latitude: part('Latitude'),
    longitude: part('Longitude'),
    postalCode: part('PostalCode'),
    state: part('State'),
    ...(org.settings().countryPicklists ? { stateCode: part('StateCode') } : {}),
    street: part('Street'),
  };
}

function productOf(org: Org, fields: JsonObject): JsonObject {
  return org.row('Product2', textIn(fields, 'Product2Id'))?.fields ?? {};
}
