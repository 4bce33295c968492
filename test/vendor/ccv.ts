/** Requests to CCV, held against the schemas of its inputs and lists, where VENDOR_SPECS names a folder that has them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly query: object;
  readonly body: unknown;
}

type Schema = Record<string, unknown>;

/** What a list may be asked with. */
interface Asked {
  readonly paged?: boolean;
  readonly filters?: Readonly<Record<string, string>>;
  readonly expand?: readonly string[];
  readonly orderby?: readonly string[];
}

interface Document {
  readonly $defs: Readonly<Record<string, Schema>>;
  readonly query: Readonly<Record<string, Asked>>;
}

/** Inputs whose schema is not called after their resource and method. */
const inputs: Readonly<Record<string, string>> = {
  'POST attributes': 'input.attributes.input',
  'POST brands': 'input.brands.input',
};

/** Owners of nested lists, as the description calls them. */
const owners: Readonly<Record<string, string>> = {
  products: 'Product',
  orders: 'Order',
  invoices: 'Invoice',
  returns: 'Return',
  categories: 'Category',
};

export class CcvDescription {
  readonly #document: Document;
  readonly #ajv = new Ajv({ strict: false, allErrors: true });
  readonly #known = new Map<string, ValidateFunction>();

  private constructor(document: Document) {
    this.#document = document;
  }

  static read(folder: string): CcvDescription {
    return new CcvDescription(JSON.parse(readFileSync(join(folder, 'ccv.schemas.json'), 'utf8')) as Document);
  }

  /** What is wrong with it, in words without values. */
  faults(request: Sent): readonly string[] {
    const { method, body } = request;
    // Pictures are no part of the API.
    if (request.path.startsWith('/img/')) return [];
    const names = request.path
      .replace(/^\/api\/rest\/v1/, '')
      .split('/')
      .filter((name) => name !== '');
    const resource = names.findLast((name) => !/^\d+$/.test(name)) ?? '';
    const shown = `${method} ${names.map((name) => (/^\d+$/.test(name) ? '{id}' : name)).join('/')}`;
    if (!request.path.endsWith('/')) return [`${shown}: has no slash at its end`];
    if (method === 'GET') return this.#queryFaults(names, request.query).map((fault) => `${shown}: ${fault}`);
    if (method === 'DELETE') return body === undefined ? [] : [`${shown}: no body is described`];
    const name = inputs[`${method} ${resource}`] ?? `input.${resource}.${method.toLowerCase()}`;
    if (this.#document.$defs[name] === undefined) return [`${shown}: no body is described`];
    const validate = this.#inputs(name);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${shown}: ${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  #inputs(name: string): ValidateFunction {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const $defs = Object.fromEntries(
      Object.entries(this.#document.$defs).map(([each, schema]) => [
        each,
        { additionalProperties: false, ...schema },
      ]),
    );
    const made = this.#ajv.compile({ $ref: `#/$defs/${name}`, $defs });
    this.#known.set(name, made);
    return made;
  }

  #queryFaults(names: readonly string[], query: object): string[] {
    const isOne = /^\d+$/.test(names.at(-1) ?? '');
    const [owner = '', , nested] = names;
    const name = isOne
      ? `${owner}.Get`
      : nested === undefined
        ? `${owner}.All`
        : `${nested}.AllFrom${owners[owner] ?? owner}`;
    const { paged = false, filters = {}, expand = [], orderby = [] } = this.#document.query[name] ?? {};
    return Object.entries(query).flatMap(([key, value]) => {
      if (value === undefined || (paged && (key === 'start' || key === 'size'))) return [];
      if (key === 'expand') return listed(String(value).split(','), expand, key);
      if (key === 'orderby') return listed([String(value).replace(/_desc$/, '')], orderby, key);
      return key in filters ? [] : [`the query ${key} is not described`];
    });
  }
}

function listed(asked: readonly string[], known: readonly string[], key: string): string[] {
  return asked.filter((each) => !known.includes(each)).map((each) => `the query ${key} knows no ${each}`);
}
