import { path } from '../../contract/path.ts';
import type { ProductSource } from '../../contract/products.ts';
import { countedId } from '../../wire/counted-id.ts';
import { productsByIds } from './by-ids.ts';
import { productChanges } from './changed.ts';
import { findPlaces } from './places.ts';
import { productFromWire } from './to-record.ts';
import { productWire } from './wire.ts';

export const productSource: ProductSource = {
  changes: productChanges('products'),

  async get(api, key) {
    const wire = await api.find(path`/products/${countedId(key)}`, productWire);
    return wire && productFromWire(wire, api.account);
  },

  async getMany(api, keys) {
    const wires = await productsByIds(api, keys, productWire);
    return new Map([...wires].map(([id, wire]) => [id, productFromWire(wire, api.account)]));
  },

  find: findPlaces,
};
