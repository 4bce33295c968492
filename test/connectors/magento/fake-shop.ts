/** A shop in memory, as the sheet describes its catalogue and its stock, for what takes several calls. */
import { Problem } from '../../../src/records/problem.ts';
import { Refused } from '../../support/fake-api.ts';
import { account, type Call, FakeApi, filtersOf } from './fake-api.ts';

type Wire = Record<string, unknown>;

export interface ShopProduct extends Wire {
  id: number;
  sku: string;
  name?: string;
  type_id: string;
  visibility: number;
  status: number;
  price?: number;
  updated_at: string;
  links: string[];
  options: Wire[];
  children: number[];
  media: Wire[];
  custom: Record<string, unknown>;
  stock: Wire;
}

interface Behaviour {
  /** Lists leave out what a product consists of. */
  readonly bareLists: boolean;
  /** Categories that are left out of a list stay. */
  readonly onlyAddsCategories: boolean;
  readonly hasSources: boolean;
  /** Rows that one call may have. */
  readonly maxRows: number;
  /** SKUs that the sources do not take. */
  readonly refusedSkus: readonly string[];
  /** Linking children takes the roles of the parent's pictures away. */
  readonly losesRoles: boolean;
  /** The answer to the next upload is lost after it was done. */
  losesUpload: boolean;
  /** The shop is away from when the first product was made. */
  readonly goesAway: boolean;
  /** The parents stay sold out. */
  readonly sleepy: boolean;
}

export class FakeShop {
  readonly products = new Map<number, ShopProduct>();
  readonly items: { sku: string; source_code: string; quantity: number; status: number }[] = [];
  /** By SKU, below zero: of open orders. */
  readonly reservations = new Map<string, number>();
  readonly attributes: Wire[] = [];
  readonly options = new Map<string, { label: string; value: string }[]>();
  /** What shoppers of the view read, where that is something else. */
  readonly viewLabels = new Map<string, { label: string; value: string }[]>();
  readonly categories: Wire[] = [];
  readonly specials: Wire[] = [];
  readonly orders: Wire[] = [];
  readonly api: FakeApi;
  #next = 500;

  constructor(readonly behaviour: Partial<Behaviour> = {}) {
    this.api = new FakeApi((call) => this.#answer(call));
    this.api.account = {
      ...account,
      traits: { ...account.traits, pricesIncludeTax: 'false', mediaUrl: 'https://shop.example.com/media/' },
    };
  }

  attribute(code: string, input: string, labels: readonly string[] = [], more: Wire = {}): void {
    const id = this.#next++;
    this.attributes.push({
      attribute_id: id,
      attribute_code: code,
      default_frontend_label: code,
      frontend_input: input,
      scope: 'global',
      is_user_defined: true,
      ...more,
    });
    this.options.set(
      code,
      labels.map((label) => ({ label, value: String(this.#next++) })),
    );
  }

  optionId(code: string, label: string): string {
    return this.options.get(code)?.find((option) => option.label === label)?.value ?? 'none';
  }

  product(sku: string, more: Partial<ShopProduct> = {}): ShopProduct {
    const made: ShopProduct = {
      id: this.#next++,
      sku,
      name: sku,
      type_id: 'simple',
      visibility: 4,
      status: 1,
      updated_at: '2026-03-01 10:00:00',
      links: [],
      options: [],
      children: [],
      media: [],
      custom: {},
      stock: { manage_stock: true, min_qty: 0, backorders: 0 },
      ...more,
    };
    this.products.set(made.id, made);
    return made;
  }

  bySku(sku: string): ShopProduct | undefined {
    return [...this.products.values()].find(
      (each) => each.sku.trim().toLowerCase() === sku.trim().toLowerCase(),
    );
  }

  have(sku: string): ShopProduct {
    const found = this.bySku(sku);
    if (found === undefined) throw new Error(`the shop has no ${sku}`);
    return found;
  }

  keep(sku: string, quantity: number, source = 'default', status = quantity > 0 ? 1 : 0): void {
    const others = this.items.filter((each) => each.sku !== sku || each.source_code !== source);
    this.items.splice(0, this.items.length, ...others, { sku, source_code: source, quantity, status });
  }

  /** From the one source that the website sells from. */
  salable(sku: string): number {
    const sold = this.items.filter(({ source_code: code }) => code === 'default');
    const own = sold.filter((each) => each.sku === sku && each.status === 1);
    const min = Number(this.bySku(sku)?.stock.min_qty ?? 0);
    return own.reduce((total, each) => total + each.quantity, 0) + (this.reservations.get(sku) ?? 0) - min;
  }

  /** The calls that changed something, as `POST /all/V1/products`. */
  get deeds(): string[] {
    const reads = ['/V1/products/special-price-information'];
    return this.api.calls
      .filter(({ method, path }) => method !== 'GET' && !reads.some((each) => path.endsWith(each)))
      .map(({ method, path }) => `${method} ${path}`);
  }

  bodies(deed: string): Wire[] {
    return this.api.calls
      .filter(({ method, path }) => `${method} ${path}` === deed)
      .map(({ body }) => body as Wire);
  }

  #answer(call: Call): unknown {
    if (this.behaviour.goesAway && this.products.size > 0) return new Refused(503);
    const path = call.path.replace(/^(\/\.\.)?\/all/, '').replace(/^\/V1/, '');
    const [, first = '', second = '', third = '', fourth = ''] = path.split('/').map(decodeURIComponent);
    if (first === 'products' && second === '' && call.method === 'GET') return this.#products(call);
    if (first === 'products' && second === '') return this.#save(call);
    if (first === 'products' && second === 'attributes') return this.#attributes(call, third);
    if (first === 'products' && /price/.test(second)) return this.#prices(call, second);
    if (first === 'products' && third === 'media') return this.#media(call, second, fourth);
    if (first === 'products' && third === 'stockItems') {
      Object.assign(this.have(second).stock, (call.body as { stockItem: Wire }).stockItem);
      return 1;
    }
    if (first === 'products' && call.method === 'PUT') return this.#rename(call);
    if (first === 'products') {
      const found = this.bySku(second);
      return found && this.#wire(found, true);
    }
    if (first === 'configurable-products') {
      const found = this.bySku(second);
      return found?.children.map((id) => ({ id }));
    }
    if (first === 'stockItems' && second === 'lowStock') return this.#lowStock(call);
    if (first === 'stockItems') {
      const found = this.bySku(second);
      return found && { product_id: found.id, ...found.stock };
    }
    if (first === 'stockStatuses') return { stock_status: this.behaviour.sleepy ? 0 : 1 };
    if (first === 'inventory') return this.#inventory(call, second);
    if (first === 'categories') return this.#categories(call, second, third, fourth);
    if (first === 'orders') return listed(this.orders);
    if (path === '/store/websites') return [{ id: 3, code: 'base' }];
    if (path === '/store/storeGroups') return [{ id: 1, root_category_id: 2 }];
    if (path === '/store/storeViews') return [{ id: 2, store_group_id: 1 }];
    if (path === '/customerGroups/0') return { id: 0, tax_class_id: 3 };
    if (path === '/taxRates/search') return listed([{ id: 3, tax_postcode: '*', rate: 21 }]);
    if (path === '/taxRules/search') {
      return listed([{ id: 1, customer_tax_class_ids: [3], product_tax_class_ids: [2], tax_rate_ids: [3] }]);
    }
    return undefined;
  }

  #products(call: Call) {
    const rows = [...this.products.values()].map((each) => ({ ...each, entity_id: each.id }) as Wire);
    const found = sorted(call, matching(call, rows));
    return page(
      call,
      found.map((row) => this.#wire(row as unknown as ShopProduct, !this.behaviour.bareLists)),
    );
  }

  #wire(product: ShopProduct, whole: boolean): Wire {
    const { links, options, children, media, custom, stock: _stock, ...plain } = product;
    const family = product.type_id === 'configurable';
    return {
      ...plain,
      attribute_set_id: 4,
      media_gallery_entries: media.map(({ content: _content, ...entry }) => entry),
      extension_attributes: whole
        ? {
            category_links: links.map((id) => ({ category_id: id, position: 0 })),
            ...(family
              ? { configurable_product_options: options, configurable_product_links: children }
              : {}),
          }
        : [],
      custom_attributes: Object.entries({
        ...custom,
        ...(links.length === 0 ? {} : { category_ids: links }),
      }).map(([code, value]) => ({
        attribute_code: code,
        value,
      })),
    };
  }

  #save({ body }: Call) {
    const { product: given } = body as { product: Wire };
    const { sku, extension_attributes: extension = {}, custom_attributes: custom = [], ...plain } = given;
    const values = Object.fromEntries(
      (custom as { attribute_code: string; value: unknown }[]).map((each) => [
        each.attribute_code,
        each.value,
      ]),
    );
    const existing = this.bySku(String(sku));
    const taken = [...this.products.values()].some(
      (each) => each !== existing && values.url_key && each.custom.url_key === values.url_key,
    );
    if (taken) return new Refused(400, { message: 'URL key for specified store already exists.' });
    if (existing === undefined && plain.name === undefined) return new Refused(400, { message: 'name' });
    const product = existing ?? this.product(String(sku));
    const { media_gallery_entries: entries, ...fields } = plain;
    Object.assign(product, fields, { updated_at: '2026-03-02 12:00:00' });
    for (const [code, value] of Object.entries(values)) {
      if (value === '' || value === null) delete product.custom[code];
      else product.custom[code] = value;
    }
    if (Array.isArray(entries)) product.media = entries.map((entry) => this.#filed(entry));
    const { category_links: links, ...family } = extension as Wire;
    if (Array.isArray(links)) {
      const ids = links.map(({ category_id: id }) => String(id));
      product.links = this.behaviour.onlyAddsCategories ? [...new Set([...product.links, ...ids])] : ids;
    }
    if (Array.isArray(family.configurable_product_links)) {
      if (!Array.isArray(family.configurable_product_options)) product.children = [];
      else {
        product.options = family.configurable_product_options.map((each: Wire) => ({
          id: this.#next++,
          ...each,
        }));
        product.children = family.configurable_product_links.map(Number);
        if (this.behaviour.losesRoles) for (const entry of product.media) entry.types = [];
      }
    }
    return this.#wire(product, true);
  }

  #rename({ body }: Call) {
    const { product } = body as { product: { id: number; sku: string } };
    const found = this.products.get(product.id);
    if (found === undefined) return new Refused(404, { message: 'gone' });
    found.sku = product.sku;
    return { id: found.id, sku: found.sku };
  }

  #attributes(call: Call, code: string) {
    if (code === '') return page(call, matching(call, this.attributes));
    const options = this.options.get(code) ?? [];
    const inView = call.path.startsWith('/V1') ? this.viewLabels.get(code) : undefined;
    if (call.method === 'GET') return [{ label: ' ', value: '' }, ...(inView ?? options)];
    const { label } = (call.body as { option: { label: string } }).option;
    if (options.some((option) => option.label === label)) return new Refused(400, { message: 'there' });
    const value = String(this.#next++);
    this.options.set(code, [...options, { label, value }]);
    return `id_${value}`;
  }

  #prices({ body }: Call, what: string) {
    const { prices = [], skus = [] } = body as { prices?: Wire[]; skus?: string[] };
    if (what === 'special-price-information') {
      return this.specials.filter(({ sku }) => skus.includes(String(sku)));
    }
    for (const row of prices) {
      const product = this.have(String(row.sku));
      if (what === 'base-prices') product.price = Number(row.price);
      else {
        const isSame = (each: Wire) => each.sku === row.sku && each.store_id === row.store_id;
        const others = this.specials.filter((each) => !isSame(each));
        this.specials.splice(0, this.specials.length, ...others);
        const isSet = what === 'special-price';
        if (isSet) this.specials.push(row);
        product.custom = { ...product.custom };
        for (const name of ['special_price', 'special_from_date', 'special_to_date'])
          delete product.custom[name];
        if (isSet) {
          product.custom.special_price = String(row.price);
          product.custom.special_from_date = row.price_from;
          product.custom.special_to_date = row.price_to;
        }
      }
    }
    return [];
  }

  #media(call: Call, sku: string, id: string) {
    const product = this.have(sku);
    const { entry } = (call.body ?? {}) as { entry: Wire };
    switch (call.method) {
      case 'GET':
        return product.media.map(({ content: _content, ...rest }) => rest);
      case 'DELETE':
        product.media = product.media.filter((each) => String(each.id) !== id);
        return true;
      case 'PUT': {
        const others = withoutRoles(product.media, entry).filter((each) => String(each.id) !== id);
        const old = product.media.find((each) => String(each.id) === id);
        if (old === undefined) return new Refused(404, { message: 'gone' });
        product.media = [...others, entry.content === undefined ? { ...old, ...entry } : this.#filed(entry)];
        return true;
      }
      default: {
        const { type } = entry.content as { type: string };
        if (type === 'image/broken') return new Refused(400, { message: 'The image content is not valid.' });
        const made = this.#filed(entry);
        product.media = [...withoutRoles(product.media, entry), made];
        if (!this.behaviour.losesUpload) return String(made.id);
        this.behaviour.losesUpload = false;
        throw new Problem({ kind: 'outcome-unknown', code: 'timed_out', params: {} });
      }
    }
  }

  /** What has content gets a new id, and a file of its name, numbered where that is there already. */
  #filed(entry: Wire): Wire {
    if (entry.content === undefined) return entry;
    const { name } = entry.content as { name: string };
    const names = [...this.products.values()].flatMap(({ media }) => media.map(({ file }) => String(file)));
    const numbered = names.some((file) => file.endsWith(`/${name}`)) ? name.replace('.', '_1.') : name;
    return { ...entry, id: this.#next++, file: `/${name[0]}/${name[1]}/${numbered}` };
  }

  #inventory(call: Call, what: string): unknown {
    if (this.behaviour.hasSources === false) {
      return new Refused(404, { message: 'Request does not match any route.' });
    }
    if (what === 'sources') {
      return listed(['default', 'noord'].map((code) => ({ source_code: code, name: code, enabled: true })));
    }
    if (what === 'stock-resolver') return { stock_id: 1 };
    if (what === 'stock-source-links') return listed([{ stock_id: 1, source_code: 'default' }]);
    if (what === 'are-products-salable') {
      const skus = Object.entries(call.query).filter(([name]) => name.startsWith('skus'));
      return skus.map(([, sku]) => ({ sku, stock_id: 1, salable: !this.behaviour.sleepy }));
    }
    if (what === 'export-stock-salable-qty') {
      const rows = [...new Set(this.items.map(({ sku }) => sku))].map((sku) => ({
        sku,
        qty: this.salable(sku),
        is_salable: this.salable(sku) > 0 || this.have(sku).stock.manage_stock === false,
      }));
      return page(call, sorted(call, matching(call, rows)));
    }
    if (call.method === 'GET') return page(call, sorted(call, matching(call, this.items)));
    const { sourceItems } = call.body as { sourceItems: { sku: string; quantity: number; status: number }[] };
    const max = this.behaviour.maxRows ?? 1_000;
    if (sourceItems.length > max) {
      const parameters = { type: 'SourceItemInterface', max };
      return new Refused(400, { message: 'Maximum items of type "%type" is %max', parameters });
    }
    if (sourceItems.some(({ sku }) => this.behaviour.refusedSkus?.includes(sku))) {
      const errors = [{ message: '"%field" can not contain that.', parameters: { field: 'sku' } }];
      return new Refused(400, { message: 'Validation Failed', errors });
    }
    for (const { sku, quantity, status } of sourceItems) this.keep(sku, quantity, 'default', status);
    return [];
  }

  #lowStock(call: Call) {
    const rows = [...this.products.values()].map(({ id, stock }) => ({ product_id: id, ...stock }));
    return page(call, rows);
  }

  #categories(call: Call, id: string, what: string, sku: string): unknown {
    if (call.method === 'DELETE') {
      const product = this.have(sku);
      product.links = product.links.filter((each) => each !== id);
      return true;
    }
    if (id === 'list') {
      const rows = this.categories.map((each) => ({ ...each, entity_id: each.id }));
      return page(call, sorted(call, matching(call, rows)));
    }
    const found = this.categories.find((each) => String(each.id) === id);
    if (call.method === 'GET') return found;
    const { category, parentId } = call.body as { category: Wire; parentId?: number };
    if (what === 'move') return Object.assign(found ?? {}, { parent_id: parentId });
    if (found !== undefined) return Object.assign(found, category);
    const made = { id: this.#next++, level: 2, ...category };
    this.categories.push(made);
    return made;
  }
}

function listed(items: readonly unknown[]) {
  return { items, total_count: items.length };
}

/** Rows of a page, which the connector always asks for as the first. */
function page({ query }: Call, rows: readonly unknown[]) {
  const size = Number(query['searchCriteria[pageSize]'] ?? query.pageSize ?? 100);
  return { items: rows.slice(0, size), total_count: rows.length };
}

function matching<Row extends object>(call: Call, rows: readonly Row[]): Row[] {
  const groups = filtersOf(call);
  return rows.filter((row) => groups.every((group) => group.some((filter) => fits(row, filter))));
}

function fits(row: object, filter: string): boolean {
  const [field = '', condition = '', ...rest] = filter.split(' ');
  const value = rest.join(' ').toLowerCase();
  const wire = row as Wire & { custom?: Wire };
  const own = String(wire[field] ?? wire.custom?.[field] ?? '').toLowerCase();
  const compared =
    /^\d+$/.test(own) && /^\d+$/.test(value)
      ? Number(own) - Number(value)
      : own < value
        ? -1
        : Number(own > value);
  switch (condition) {
    case 'in':
      return value.split(',').includes(own);
    case 'gt':
      return compared > 0;
    case 'gteq':
      return compared >= 0;
    case 'lteq':
      return compared <= 0;
    case 'like':
      return own.startsWith(value.replace('%', ''));
    default:
      return compared === 0;
  }
}

function sorted<Row extends object>({ query }: Call, rows: readonly Row[]): Row[] {
  const fields = [0, 1].flatMap(
    (index) => String(query[`searchCriteria[sortOrders][${index}][field]`] ?? '') || [],
  );
  const compare = (a: Row, b: Row) => {
    for (const field of fields) {
      const [one, other] = [(a as Wire)[field], (b as Wire)[field]];
      if (one === other) continue;
      return typeof one === 'number' ? one - Number(other) : String(one) < String(other) ? -1 : 1;
    }
    return 0;
  };
  return [...rows].sort(compare);
}

/** One picture has a role: whichever was given it last. */
function withoutRoles(media: readonly Wire[], { types }: Wire): Wire[] {
  const given = Array.isArray(types) ? types : [];
  return media.map((each) => {
    const own = Array.isArray(each.types) ? each.types : [];
    return { ...each, types: own.filter((role) => !given.includes(role)) };
  });
}
