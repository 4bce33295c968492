/**
 * The standard fields of Salesforce's objects, as jsforce has them: of an org that is none of ours. What is sent, or asked for, names no other ones, but
 * those that an org has only with a feature or makes itself.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Request } from './requests.ts';

/** What the org of jsforce does not show, by object, with the section of the sheet that has it; `*`: of all. */
const others: Readonly<Record<string, readonly string[]>> = {
  // 5.3, 3.9
  '*': ['CurrencyIsoCode'],
  // 5.1: the debtor number; people's accounts; countries from lists.
  Account: [
    ...['AccountNumber', 'IsPersonAccount', 'RecordTypeId', 'FirstName', 'LastName', 'PersonEmail'],
    ...['BillingCountryCode', 'BillingStateCode'],
  ],
  Contact: ['IsPersonAccount'],
  RecordType: ['IsPersonType'],
  // 5.3
  Order: [
    ...['OrderReferenceNumber', 'BillToContactId', 'ShipToContactId', 'PoNumber', 'Name', 'OpportunityId'],
    ...['BillingCountryCode', 'BillingStateCode', 'ShippingCountryCode', 'ShippingStateCode'],
  ],
};

/** Objects that it does not have at all (5.5, 3.9). */
const otherObjects: Readonly<Record<string, string>> = {
  ProductCategory:
    'Id Name CatalogId ParentCategoryId Code Description SortOrder IsNavigational SystemModstamp CreatedDate',
  ProductCategoryProduct: 'Id ProductCategoryId ProductId SystemModstamp CreatedDate',
  ProductCatalog: 'Id CreatedDate',
  CurrencyType: 'IsoCode IsActive IsCorporate',
};

const parents: Readonly<Record<string, string>> = {
  Account: 'Account',
  BillToContact: 'Contact',
  ShipToContact: 'Contact',
  Product2: 'Product2',
  Order: 'Order',
  Opportunity: 'Opportunity',
};
const children: Readonly<Record<string, string>> = {
  OrderItems: 'OrderItem',
  OpportunityLineItems: 'OpportunityLineItem',
};

let read: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function standardFields(): ReadonlyMap<string, ReadonlySet<string>> {
  read ??= new Map([
    ...fieldsOfTypes(),
    ...Object.entries(otherObjects).map(([name, of]) => [name, new Set(of.split(' '))] as const),
  ]);
  return read;
}

function fieldsOfTypes() {
  const types = import.meta.resolve('jsforce/lib/types/standard-schema.d.ts');
  const declared = readFileSync(fileURLToPath(types), 'utf8').matchAll(
    /^type Fields\$(\w+) = \{\n([\s\S]*?)^\};/gm,
  );
  return [...declared].map(([, object = '', body = '']) => {
    const names = [...body.matchAll(/^ {4}(\w+)\??:/gm)].map(([, name = '']) => name);
    return [object, new Set(names)] as const;
  });
}

const record = z.record(z.string(), z.unknown());
const collection = z.object({
  records: z.array(z.looseObject({ attributes: z.object({ type: z.string() }) })),
});
const together = z.object({
  compositeRequest: z.array(z.object({ method: z.string(), url: z.string(), body: z.unknown().optional() })),
});

/** In words, without values. */
export function salesforceFaults({ method, path, query, body }: Request): readonly string[] {
  const parts = together.safeParse(body).data?.compositeRequest;
  if (parts !== undefined)
    return parts.flatMap((part) => {
      const { pathname, searchParams } = new URL(part.url, 'https://x.my.salesforce.com');
      return salesforceFaults({
        method: part.method,
        path: pathname,
        query: Object.fromEntries(searchParams),
        body: part.body,
      });
    });
  if (/\/query(All)?$/.test(path)) return questionFaults(String(query.q ?? ''));
  if (method === 'GET' || method === 'DELETE') return [];
  const records = collection.safeParse(body).data?.records;
  if (records !== undefined)
    return records.flatMap(({ attributes: { type }, id: _, ...fields }) =>
      unknownOf(type, Object.keys(fields)),
    );
  const [, object = ''] = /\/sobjects\/(\w+)/.exec(path) ?? [];
  return object === '' ? [] : unknownOf(object, Object.keys(record.safeParse(body).data ?? {}));
}

function questionFaults(q: string): readonly string[] {
  const [, names = '', object = '', rest = ''] = /^SELECT (.+) FROM (\w+)(.*)$/.exec(q) ?? [];
  const [inner = '', innerNames = '', relation = ''] = /\(SELECT ([^()]+) FROM (\w+)\)/.exec(names) ?? [];
  const asked = names
    .replace(inner, '')
    .split(/,\s*/)
    .filter((name) => name.trim() !== '');
  // Without what stands in quotation marks.
  const plain = rest.replace(/'(?:[^'\\]|\\.)*'/g, "''");
  const compared = [...plain.matchAll(/([A-Z][\w.]*) (?:=|!=|>|<|>=|<=|IN|LIKE) /g)].map(
    ([, name = '']) => name,
  );
  const ordered = /ORDER BY ([\w., ]+?)(?: LIMIT \d+)?$/.exec(plain)?.[1]?.split(',') ?? [];
  return [
    ...unknownOf(object, [...asked, ...compared, ...ordered.map((each) => each.replace(/ (ASC|DESC)$/, ''))]),
    ...(inner === '' ? [] : unknownOf(children[relation] ?? relation, innerNames.split(/,\s*/))),
  ];
}

function unknownOf(object: string, names: readonly string[]): string[] {
  const known = standardFields().get(object);
  if (known === undefined) return /__c$/.test(object) ? [] : [`no object ${object}`];
  return names
    .map((name) => name.trim())
    .flatMap((name) => {
      const [parent = '', ...path] = name.split('.');
      if (path.length > 0) return unknownOf(parents[parent] ?? parent, [path.join('.')]);
      const isKnown =
        known.has(name) ||
        /__(c|pc)$/.test(name) ||
        [...(others[object] ?? []), ...(others['*'] ?? [])].includes(name);
      return isKnown ? [] : [`no field ${name} of ${object}`];
    });
}
