/** Products, their websites and their children (sheet 10.1, 10.5). Mind the order: what stands below `/products` is no SKU. */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject, textIn } from '../../kit/json.ts';
import { readView, writtenView } from '../catalogue/scope.ts';
import { productOptionShape } from '../catalogue/shapes.ts';
import { type Call, type Endpoint, listRows, under } from '../endpoint.ts';
import { shaped } from '../fields.ts';
import { noSuchEntity, refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { linkChild, optionOf, unlinkChild } from './configurable.ts';
import { childOnWire, productOnWire, productOptionOnWire } from './on-wire.ts';
import type { Product } from './product.ts';
import { productIn, requireWebsite, saveProduct } from './save.ts';
import { searchedProducts } from './search.ts';

const products = 'Magento_Catalog::products';

export function productEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/products');
  return [
    on('GET', '', products, (call) => listRows(shop, call, searchedProducts(shop, call))),
    on('POST', '', products, (call) => save(shop, call, null)),
    on('GET', '/types', products, () => [
      ...['simple', 'virtual', 'downloadable', 'configurable', 'grouped', 'bundle'].map((name) => ({
        name,
        label: `${name.charAt(0).toUpperCase()}${name.slice(1)} Product`,
      })),
    ]),
    on('GET', '/{sku}', products, (call) => productOnWire(shop, productOf(shop, call), readView(call))),
    on('PUT', '/{sku}', products, (call) => save(shop, call, call.parameters.sku ?? '')),
    on('DELETE', '/{sku}', products, (call) => {
      shop.deleteProduct(productOf(shop, call));
      return true;
    }),
    on('POST', '/{sku}/websites', products, (call) => assignWebsite(shop, call)),
    on('PUT', '/{sku}/websites', products, (call) => assignWebsite(shop, call)),
    on('DELETE', '/{sku}/websites/{websiteId}', products, (call) => {
      const product = productOf(shop, call);
      const websiteIds = product.websiteIds.filter((id) => String(id) !== call.parameters.websiteId);
      shop.catalogue.save({ ...product, websiteIds });
      return true;
    }),
    ...configurableEndpoints(shop),
  ];
}

export function productOf(shop: Shop, { parameters }: Call): Product {
  return shop.catalogue.product(parameters.sku ?? '');
}

/**
 * An unknown SKU is created, by either verb. The SKU of the path is written into the body unless there is more in it than
 * the product (sheet 3). A product that is named by its id gets the SKU of the body.
 */
function save(shop: Shop, call: Call, pathSku: string | null): Json {
  const given = productIn(call.body);
  const isAlone = Object.keys(call.body).length === 1;
  const body = pathSku !== null && isAlone ? { ...given, sku: pathSku } : given;
  const sku = textIn(body, 'sku');
  const byId = body.id === undefined ? undefined : shop.catalogue.byId(Number(body.id));
  const known = byId ?? (sku.trim() === '' ? undefined : shop.catalogue.findProduct(sku));
  const storeId = writtenView(call, known === undefined);
  const saved = saveProduct(shop, known, body, {
    storeId,
    websiteId: call.names === 'all' ? null : call.store.websiteId,
  });
  return productOnWire(shop, saved, readView(call));
}

function assignWebsite(shop: Shop, call: Call): boolean {
  const link = call.body.product_website_link;
  if (!isObject(link)) throw required('productWebsiteLink');
  const product = productOf(shop, call);
  const websiteId = link.website_id;
  if (websiteId === undefined) throw required('website_id');
  requireWebsite(Number(websiteId));
  const websiteIds = [...new Set([...product.websiteIds, Number(websiteId)])];
  shop.catalogue.save({ ...product, websiteIds });
  return true;
}

function configurableEndpoints(shop: Shop): Route<Endpoint>[] {
  const on = under('/V1/configurable-products/{sku}');
  const { catalogue } = shop;
  const saveWith = (product: Product) => {
    const saved = catalogue.save(product);
    shop.inventory.followChildren(saved);
    return saved;
  };
  return [
    on('GET', '/options/all', products, (call) => {
      const product = configurable(shop, call);
      return product.options.map((each) => productOptionOnWire(product, each));
    }),
    on('GET', '/options/{id}', products, (call) => {
      const product = configurable(shop, call);
      return productOptionOnWire(product, optionIn(product, call));
    }),
    on('POST', '/options', products, (call) => {
      const product = productOf(shop, call);
      const option = optionOf(catalogue, product, bodyOption(call));
      if (product.options.some(({ attributeId }) => attributeId === option.attributeId)) {
        throw refusal(400, 'The option with the "%1" attribute already exists.', [
          String(option.attributeId),
        ]);
      }
      saveWith({ ...product, type: 'configurable', options: [...product.options, option] });
      return option.id;
    }),
    on('PUT', '/options/{id}', products, (call) => {
      const product = configurable(shop, call);
      const before = optionIn(product, call);
      const changed = optionOf(catalogue, product, bodyOption(call), before);
      saveWith({
        ...product,
        options: product.options.map((each) => (each.id === before.id ? changed : each)),
      });
      return changed.id;
    }),
    on('DELETE', '/options/{id}', products, (call) => {
      const product = configurable(shop, call);
      const { id } = optionIn(product, call);
      saveWith({ ...product, options: product.options.filter((each) => each.id !== id), children: [] });
      return true;
    }),
    on('GET', '/children', products, (call) => {
      const parent = productOf(shop, call);
      return catalogue.childrenOf(parent).map((child) => childOnWire(shop, child, parent, readView(call)));
    }),
    on('POST', '/child', products, (call) => {
      const product = productOf(shop, call);
      if (call.body.child_sku === undefined) throw required('childSku');
      saveWith(linkChild(catalogue, product, catalogue.product(String(call.body.child_sku))));
      return true;
    }),
    on('DELETE', '/children/{childSku}', products, (call) => {
      const child = catalogue.product(call.parameters.childSku ?? '');
      saveWith(unlinkChild(productOf(shop, call), child));
      return true;
    }),
  ];
}

function configurable(shop: Shop, call: Call): Product {
  const product = productOf(shop, call);
  if (product.type === 'configurable') return product;
  throw refusal(400, 'This implementation of %1 product type is not supported.', [product.type]);
}

function optionIn({ options }: Product, { parameters }: Call) {
  const option = options.find(({ id }) => String(id) === parameters.id);
  if (option === undefined) throw noSuchEntity('id', Number(parameters.id));
  return option;
}

function bodyOption({ body }: Call): JsonObject {
  if (!isObject(body.option)) throw required('option');
  return shaped(body.option, productOptionShape);
}
