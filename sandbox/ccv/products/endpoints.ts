import { together } from '../../kit/fields/shape.ts';
import { type JsonObject, numberIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { type FieldKind, flag, int, number, readBodyFields, text } from '../call/fields.ts';
import { expandsIn, pagedList, plainList } from '../call/lists.ts';
import { notFound } from '../refusal.ts';
import { combinationOnWire, productExpands, productOnWire } from './on-wire.ts';
import type { Combination, Product } from './product.ts';
import { productFilters, productOrders, productsByNumber, productsFound } from './search.ts';
import { changeProduct, createProduct } from './writes.ts';

const combinationChanges = together<FieldKind>(
  text('note product_number ean_number sku_number delivery_time_type delivery_default_text'),
  number('stock'),
  int('delivery_time'),
  flag('active'),
);
const combinationExpands = ['attributecombinationphotos'];

export function productEndpoints(assortment: Assortment): Routes {
  const list = (call: Call, rows: readonly Product[]) => {
    const expanded = expandsIn(call, productExpands);
    const show = (product: Product) => productOnWire(product, { assortment, links: call.links, expanded });
    const found = productsFound(rows, call.query, call.settings);
    return pagedList(call, found, { show, orders: productOrders, filters: productFilters });
  };
  const all = () => assortment.products.indexed();
  const below = (kind: 'brands' | 'suppliers' | 'conditions', read: (product: Product) => number | null) =>
    on('GET', `/${kind}/{id}/products`, (call) => {
      if (!assortment[kind].has(idIn(call))) throw notFound(kind);
      const rows = all().filter((each) => String(read(each)) === idIn(call));
      return list(call, rows);
    });
  return [
    on('GET', '/products', (call) => list(call, all())),
    on('POST', '/products', (call) => {
      const product = createProduct(assortment, objectIn(call));
      return productOnWire(product, { assortment, links: call.links });
    }),
    on('GET', '/products/{id}', (call) => {
      const expanded = expandsIn(call, productExpands);
      return productOnWire(assortment.product(idIn(call)), { assortment, links: call.links, expanded });
    }),
    on('PATCH', '/products/{id}', (call) => {
      changeProduct(assortment, assortment.product(idIn(call)), objectIn(call));
      return undefined;
    }),
    on('DELETE', '/products/{id}', (call) => {
      assortment.remove(assortment.product(idIn(call)));
      return undefined;
    }),
    on('GET', '/productqueries', (call) => {
      const show = (product: Product) => productOnWire(product, { assortment, links: call.links });
      const filters = ['productnumber', 'eannumber', 'mpnnumber', 'skunumber'];
      return pagedList(call, productsByNumber(all(), call.query, call.settings), { show, filters });
    }),
    on('GET', '/categories/{id}/products', (call) => {
      const { id } = assortment.category(idIn(call));
      return list(
        call,
        all().filter(({ links }) => links.some(({ categoryId }) => categoryId === id)),
      );
    }),
    below('brands', ({ brandId }) => brandId),
    below('suppliers', ({ supplierId }) => supplierId),
    below('conditions', ({ conditionId }) => conditionId),
    ...combinationEndpoints(assortment),
    // Not played: there are none of them.
    ...[
      'productattachments',
      'productkeywords',
      'productrelevant',
      'productreviews',
      'productstaggeredprices',
    ].map((name) => emptyList(assortment, name)),
    ...['productvariations', 'productvideos', 'producttaxtariffexceptions', 'productlabels'].map((name) =>
      emptyList(assortment, name),
    ),
    on('GET', '/products/{id}/productshippingcosts', (call) => {
      assortment.product(idIn(call));
      const costs = { costs: 6.95, quantity: call.query.number('quantity') ?? 1, country: 'NL' };
      return plainList(call, [costs], { show: (each): JsonObject => each, filters: ['quantity'] });
    }),
  ];
}

function emptyList(assortment: Assortment, name: string) {
  return on('GET', `/products/{id}/${name}`, (call) => {
    assortment.product(idIn(call));
    return plainList<never>(call, [], { show: () => ({}) });
  });
}

/** Neither made nor deleted by anyone (sheet 6.8). */
function combinationEndpoints(assortment: Assortment): Routes {
  const show = (product: Product, call: Call) => (combination: Combination) => {
    const expanded = expandsIn(call, combinationExpands);
    return combinationOnWire(product, combination, { assortment, links: call.links, expanded });
  };
  const found = (call: Call) => {
    const product = assortment.withCombination(idIn(call));
    const combination = product.combinations.find(({ id }) => String(id) === idIn(call));
    if (combination === undefined) throw notFound('attributecombinations');
    return { product, combination };
  };
  return [
    on('GET', '/products/{id}/attributecombinations', (call) => {
      const product = assortment.product(idIn(call));
      return plainList(call, product.combinations, { show: show(product, call), filters: ['expand'] });
    }),
    on('GET', '/attributecombinations/{id}', (call) => {
      const { product, combination } = found(call);
      return show(product, call)(combination);
    }),
    on('PATCH', '/attributecombinations/{id}', (call) => {
      const { product, combination } = found(call);
      const sent = readBodyFields(objectIn(call), combinationChanges, call.settings);
      const stock = sent.stock === undefined ? {} : { stock: numberIn(sent, 'stock') };
      const fields = { ...combination.fields, ...sent, ...stock };
      assortment.save(withCombination(product, { ...combination, fields }), 'combinations');
      return undefined;
    }),
    on('GET', '/attributecombinations/{id}/attributecombinationphotos', (call) => {
      found(call);
      return plainList<never>(call, [], { show: () => ({}) });
    }),
  ];
}

export function withCombination(product: Product, combination: Combination): Product {
  const combinations = product.combinations.map((each) => (each.id === combination.id ? combination : each));
  return { ...product, combinations };
}
