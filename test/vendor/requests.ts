/** Requests of connectors, held against what the vendors themselves say: where VENDOR_SPECS names a folder of their descriptions. */
import type { Call } from '../support/fake-api.ts';
import { CcvDescription } from './ccv.ts';
import { type Described, Description } from './description.ts';
import { GraphqlDescription } from './graphql.ts';
import { salesforceFaults } from './salesforce.ts';

/** A request as a test made it, or as it went over the wire: there every value of the query is a text. */
export type Request = Omit<Call, 'method'> & { readonly method: string };

/** How a vendor's description and its API go together. */
interface Vendor {
  /** The description is OpenAPI, in a file of this name. */
  readonly name: string;
  /** Paths of the system that are no part of its API: tokens, pictures. */
  readonly beside: RegExp;
  /** The paths under which the description may have a request's path, best first. */
  readonly paths: (path: string) => readonly string[];
  /** The description's name of a query. */
  readonly query?: (name: string) => string;
  /** Queries that every operation takes, which the description leaves out. */
  readonly everywhere?: readonly string[];
}

const vendors: Readonly<Record<string, Vendor>> = {
  jortt: {
    name: 'jortt',
    beside: /^\/oauth-provider\//,
    // Sheet 0: all of it is there as v3 too, and described as what it was before.
    paths: (path) => ['/v3/', '/v2/', '/v1/'].map((version) => path.replace(/^\/v3\//, version)),
  },
  magento: {
    name: 'magento',
    beside: /^\/media\//,
    // Sheet 1.1: the store view stands before the path.
    paths: (path) => [path.replace(/^(\/rest)?(\/\.\.)?(\/\w+)??(?=\/V1\/)/, '')],
    // Sheet 4.1: both spellings are taken, and any number of filters; lists are sent value by value.
    query: (name) =>
      name
        .replace(/^(\w+)\[\d+\]$/, '$1')
        .replace(/\[\d+\]/g, '[0]')
        .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    // Sheet 4.5
    everywhere: ['fields'],
  },
  mijnwebwinkel: {
    name: 'myonlinestore',
    beside: /^\/images\//,
    paths: (path) => [path.replace(/^(\/v1)?/, '/v{version}')],
    // Sheet 2: they stand in the query.
    everywhere: ['token', 'partner_token'],
  },
};

const read = new Map<string, Description | GraphqlDescription | CcvDescription>();

function once<Kind extends Description | GraphqlDescription | CcvDescription>(
  name: string,
  reads: (folder: string) => Kind,
): Kind | null {
  const folder = process.env.VENDOR_SPECS;
  if (!folder) return null;
  const key = `${folder} ${name}`;
  const found = (read.get(key) as Kind | undefined) ?? reads(folder);
  read.set(key, found);
  return found;
}

/** What is wrong with a request of this connector, each in words without values; nothing where its vendor says nothing. */
export function requestFaults(connector: string, request: Request): readonly string[] {
  if (connector === 'shopify') return shopifyFaults(request);
  if (connector === 'ccv') return once('ccv', CcvDescription.read)?.faults(request) ?? [];
  if (connector === 'salesforce') return salesforceFaults(request);
  const vendor = vendors[connector];
  if (vendor === undefined || vendor.beside.test(request.path)) return [];
  const description = once(vendor.name, (folder) => Description.read(folder, vendor.name));
  if (description === null) return [];
  const { method, path } = request;
  const described = vendor
    .paths(path)
    .map((each) => description.operation(method, each))
    .find((each) => each !== null);
  if (!described) return [`${method} ${withoutIds(path)} is not described`];
  const faults = [...queryFaults(vendor, described, request), ...bodyFaults(described, request)];
  return faults.map((fault) => `${method} ${described.template}: ${fault}`);
}

function shopifyFaults({ method, path, body }: Request): readonly string[] {
  if (/^\/(admin\/oauth|cdn)\//.test(path)) return [];
  const description = once('shopify', (folder) => GraphqlDescription.read(folder, 'shopify-admin-2026-10'));
  const name = /(?:query|mutation) (\w+)/.exec((body as { query?: string } | null)?.query ?? '')?.[1] ?? '';
  if (description === null) return [];
  if (!path.endsWith('/graphql.json')) return [`${method} ${withoutIds(path)} is not described`];
  return description.faults(body).map((fault) => `${method} ${path} ${name}: ${fault}`);
}

function queryFaults(
  { query: named = (name) => name, everywhere = [] }: Vendor,
  { queries }: Described,
  { query }: Request,
): string[] {
  return Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || everywhere.includes(name)) return [];
    const validate = queries.get(named(name));
    if (validate === undefined) return [`the query ${name} is not described`];
    if (validate({ value })) return [];
    return (validate.errors ?? []).map(({ message }) => `the query ${name}: ${message}`);
  });
}

function bodyFaults({ body: validate }: Described, { body }: Request): string[] {
  if (body === undefined) return validate === null || validate({}) ? [] : ['a body is missing'];
  // An empty object says nothing.
  if (validate === null) return Object.keys(Object(body)).length === 0 ? [] : ['no body is described'];
  if (validate(body)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath, message, JSON.stringify(params)].join(' '),
  );
}

/** Ids, and what else may be of a person, are left out. */
function withoutIds(path: string): string {
  return path
    .split('/')
    .map((part) => (/[^a-z_-]/i.test(part) && !/^v\d$/i.test(part) ? '…' : part))
    .join('/');
}
