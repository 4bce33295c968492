/** A catalogue in memory that makes combinations of the values of a product, as the platform does (sheet 6.8). */
import type { Call } from '../../support/fake-api.ts';
import { FakeApi, paged, type Routes } from './fake-api.ts';

type Row = Record<string, unknown> & { id: number };

/** What a body may have. */
interface Body {
  readonly name: string;
  readonly type: string;
  readonly active?: boolean;
  readonly optionvalue: number;
  readonly price: number;
  readonly stock: number;
  readonly file_type: string;
  readonly alttext?: string;
  readonly is_mainphoto?: boolean;
  readonly product_id: number;
  readonly category_id: number;
  readonly product_property_group_id: number;
}

interface Attached {
  readonly id: number;
  readonly optionname: string;
  readonly optionvalue_id: number;
  readonly optionvalue_name: string;
  price: number;
}

interface Value {
  readonly id: number;
  readonly attribute: number;
  readonly name: string;
}

export class FakeCatalogue {
  readonly products = new Map<number, Row>();
  readonly attached = new Map<number, Attached[]>();
  readonly combinations = new Map<number, Row[]>();
  readonly photos = new Map<number, Row[]>();
  readonly links = new Map<number, Row[]>();
  readonly facts = new Map<number, { groups: number[]; values: Row[] }>();
  attributes: { id: number; name: string; type: string; attribute_type: number }[] = [
    { id: 5, name: 'Kleur', type: 'MENU', attribute_type: 1 },
  ];
  values: Value[] = [
    { id: 52, attribute: 5, name: 'Blauw' },
    { id: 53, attribute: 5, name: 'Rood' },
  ];
  brands: Row[] = [];
  /** Whether answers to POST say nothing (sheet 3.1). */
  answersNothing = false;
  /** Whether all combinations have other ids when one comes to be (sheet 6.8: inferred). */
  renewsIds = false;
  #last = 9_000;

  api(more: Routes = {}, traits: Record<string, string> = {}): FakeApi {
    return new FakeApi({ ...this.#routes(), ...more }, traits);
  }

  add(fields: Record<string, unknown>): number {
    const id = ++this.#last;
    const { active = true, ...rest } = fields;
    this.products.set(id, {
      ...{
        id,
        is_active: active,
        modifydate: '2026-03-01T10:00:00Z',
        discount: 0,
        package: { id: 31, href: 'x' },
      },
      ...{ stocktype: 'Product', stock: null, stockenabled: false },
      ...rest,
    });
    return id;
  }

  attach(product: number, valueId: number, price = 0, stock = 0): void {
    const value = this.values.find(({ id }) => id === valueId);
    const option = this.attributes.find(({ id }) => id === value?.attribute);
    if (value === undefined || option === undefined) throw new Error('there is no such value');
    const row = {
      id: ++this.#last,
      optionname: option.name,
      optionvalue_id: valueId,
      optionvalue_name: value.name,
    };
    this.attached.set(product, [...(this.attached.get(product) ?? []), { ...row, price }]);
    this.#combine(product, stock);
  }

  /** Those that stand there keep their number; another option makes all of them anew. */
  #combine(product: number, stock: number): void {
    const byOption = Map.groupBy(this.attached.get(product) ?? [], ({ optionname }) => optionname);
    const choices = [...byOption].reduce<Attached[][]>(
      (all, [, values]) => all.flatMap((some) => values.map((value) => [...some, value])),
      [[]],
    );
    const before = this.combinations.get(product) ?? [];
    const keyOf = (some: readonly Attached[]) => some.map(({ optionvalue_id }) => optionvalue_id).join();
    const rows = choices.map((some): Row => {
      const known = this.renewsIds ? undefined : before.find(({ key }) => key === keyOf(some));
      const blank = {
        id: ++this.#last,
        key: keyOf(some),
        product_number: '',
        sku_number: '',
        ean_number: '',
        active: true,
      };
      return { ...blank, stock, ...known };
    });
    this.combinations.set(product, rows);
  }

  combination(product: number, row: Row) {
    const some = String(row.key)
      .split(',')
      .map((id) =>
        (this.attached.get(product) ?? []).find(({ optionvalue_id }) => optionvalue_id === Number(id)),
      )
      .filter((each) => each !== undefined);
    const { key: _, ...own } = row;
    return {
      ...own,
      netto_extra_price: some.reduce((sum, { price }) => sum + price, 0),
      combination: some.map(({ optionname, optionvalue_name, optionvalue_id, price }) => ({
        attribute: { id: 1, name: optionname },
        attribute_value: { id: optionvalue_id, name: optionvalue_name },
        extra_price: price,
      })),
    };
  }

  /** Options and what a combination has of its own, by its options' values. */
  shown(product: number) {
    return (this.combinations.get(product) ?? []).map((row) => {
      const {
        combination,
        netto_extra_price: extra,
        sku_number: sku,
        active,
      } = this.combination(product, row) as never;
      const values = (combination as { attribute_value: { name: string } }[]).map(
        (each) => each.attribute_value.name,
      );
      return { values: values.join('/'), extra, sku, active };
    });
  }

  product(id: number) {
    const row = this.products.get(id);
    if (row === undefined) return undefined;
    const { groups, values } = this.facts.get(id) ?? { groups: [], values: [] };
    return {
      ...row,
      attributecombinations: {
        href: 'x',
        collection: (this.combinations.get(id) ?? []).map((each) => this.combination(id, each)),
      },
      productphotos: { href: 'x', collection: this.photos.get(id) ?? [] },
      producttocategories: { href: 'x', collection: this.links.get(id) ?? [] },
      producttopropertygroups: {
        href: 'x',
        collection: groups.map((group) => ({
          ...{ id: group, product_property_group_id: group },
          values: { collection: values },
        })),
      },
    };
  }

  #made(row: Row) {
    return this.answersNothing ? null : row;
  }

  #routes(): Routes {
    const idOf = (call: Call, at = 2) => Number(call.path.split('/')[at]);
    const bodyOf = (call: Call) => call.body as Body;
    const put = (all: Map<number, Row[]>, owner: number, row: Row) => {
      all.set(owner, [...(all.get(owner) ?? []), row]);
      return this.#made(row);
    };
    const patch = (all: Map<number, Row[]>) => (call: Call) => {
      for (const rows of all.values())
        for (const row of rows) if (row.id === idOf(call)) Object.assign(row, call.body);
      return null;
    };
    const drop = (all: Map<number, Row[]>) => (call: Call) => {
      for (const [owner, rows] of all)
        all.set(
          owner,
          rows.filter(({ id }) => id !== idOf(call)),
        );
      return null;
    };
    return {
      'GET /products/': (call) =>
        paged(
          [...this.products.keys()].map((id) => this.product(id)),
          call,
        ),
      'GET /productqueries/': (call) => {
        const { productnumber, skunumber } = call.query;
        const isIt = (value: unknown, asked: unknown) =>
          asked !== undefined && String(value).startsWith(String(asked));
        const found = [...this.products.values()].filter(
          ({ id, productnumber: number }) =>
            isIt(number, productnumber) ||
            (this.combinations.get(id) ?? []).some(({ sku_number }) => isIt(sku_number, skunumber)),
        );
        return paged(found, call);
      },
      'GET /products/\\d+/': (call) => this.product(idOf(call)),
      'POST /products/': (call) => {
        const id = this.add({ ...bodyOf(call) });
        return this.#made({ id });
      },
      'PATCH /products/\\d+/': (call) => {
        const { active, ...rest } = bodyOf(call);
        Object.assign(
          this.products.get(idOf(call)) ?? {},
          rest,
          active === undefined ? {} : { is_active: active },
        );
        return null;
      },
      'GET /products/\\d+/attributecombinations/': (call) => ({
        items: (this.combinations.get(idOf(call)) ?? []).map((row) => this.combination(idOf(call), row)),
      }),
      'PATCH /attributecombinations/\\d+/': patch(this.combinations),
      'GET /products/\\d+/productattributevalues/': (call) =>
        paged(this.attached.get(idOf(call)) ?? [], call),
      'POST /products/\\d+/productattributevalues/': (call) => {
        const { optionvalue, price, stock } = bodyOf(call);
        this.attach(idOf(call), optionvalue, price, stock);
        return null;
      },
      'PATCH /productattributevalues/\\d+/': patch(this.attached as unknown as Map<number, Row[]>),
      'GET /attributes/': () => ({ items: this.attributes }),
      'POST /attributes/': (call) => {
        const row = {
          id: ++this.#last,
          attribute_type: 1,
          ...bodyOf(call),
        };
        this.attributes = [...this.attributes, row];
        return this.#made(row);
      },
      'GET /attributes/\\d+/attributevalues/': (call) => ({
        items: this.values.filter(({ attribute }) => attribute === idOf(call)),
      }),
      'POST /attributes/\\d+/attributevalues/': (call) => {
        const row = { id: ++this.#last, attribute: idOf(call), name: bodyOf(call).name };
        this.values = [...this.values, row];
        return this.#made(row);
      },
      'GET /products/\\d+/productphotos/': (call) => ({ items: this.photos.get(idOf(call)) ?? [] }),
      'POST /products/\\d+/productphotos/': (call) => {
        const id = ++this.#last;
        const { file_type, alttext, is_mainphoto } = bodyOf(call);
        const row = {
          id,
          filename: `${id}.${file_type}`,
          deeplink: `https://molen.example/${id}`,
          alttext,
          is_mainphoto,
        };
        return put(this.photos, idOf(call), row);
      },
      'PATCH /productphotos/\\d+/': patch(this.photos),
      'DELETE /productphotos/\\d+/': drop(this.photos),
      'POST /producttocategories/': (call) =>
        put(this.links, bodyOf(call).product_id, { id: ++this.#last, ...bodyOf(call) }),
      'DELETE /producttocategories/\\d+/': drop(this.links),
      'GET /packages/': () => ({ items: [{ id: 31, name: 'Pakket' }] }),
      'GET /brands/': () => ({ items: this.brands }),
      'POST /brands/': (call) => {
        const row = { id: ++this.#last, ...bodyOf(call) };
        this.brands = [...this.brands, row];
        return this.#made(row);
      },
      'GET /productpropertygroups/': () => ({ items: [{ id: 3, name: 'Textiel' }] }),
      'GET /productpropertygroups/3/productproperties/': () => ({ items: [{ id: 15, name: 'Materiaal' }] }),
      'POST /producttopropertygroups/': (call) => {
        const { product_id, product_property_group_id } = bodyOf(call);
        this.facts.set(product_id, { groups: [product_property_group_id], values: [] });
        return this.#made({ id: ++this.#last });
      },
      'POST /productpropertyvalues/': (call) => {
        const row = { id: ++this.#last, ...bodyOf(call) };
        this.facts.get(bodyOf(call).product_id)?.values.push(row);
        return this.#made(row);
      },
      'PATCH /productpropertyvalues/\\d+/': (call) => {
        for (const { values } of this.facts.values())
          for (const row of values) if (row.id === idOf(call)) Object.assign(row, call.body);
        return null;
      },
      'DELETE /productpropertyvalues/\\d+/': (call) => {
        for (const each of this.facts.values())
          each.values = each.values.filter(({ id }) => id !== idOf(call));
        return null;
      },
    };
  }
}
