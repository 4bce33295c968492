import type { Route } from '../../kit/http/route-table.ts';
import type { Assortment } from '../assortment.ts';
import { type Call, type Endpoint, under } from '../endpoint.ts';
import { combinationOnWire } from './combination-on-wire.ts';
import { addCombination, changeCombination, combinationOf } from './combinations.ts';
import { viewOf } from './endpoints.ts';
import type { Combination } from './product.ts';
import { adjusted } from './stock.ts';

const reading = ['read_catalog'];
const writing = ['update_catalog'];

/** Sheet 5. The list is a bare array. */
export function combinationEndpoints(assortment: Assortment): Route<Endpoint>[] {
  const on = under('/api/v3/{storeId}/products/{productId}/combinations');
  const productOf = ({ parameters }: Call) => assortment.product(parameters.productId ?? '');
  const found = (call: Call) => {
    const product = productOf(call);
    return { product, combination: combinationOf(product, call.parameters.combinationId ?? '') };
  };
  const shown = (call: Call, combination: Combination) => {
    const product = productOf(call);
    const productClass = assortment.productClass(String(product.fields.productClassId ?? 0));
    return combinationOnWire(product, combination, productClass, viewOf(call));
  };
  return [
    on('GET', '', reading, (call) => productOf(call).combinations.map((each) => shown(call, each))),
    on('POST', '', ['create_catalog'], (call) => ({
      id: addCombination(assortment, productOf(call), call.body).id,
    })),
    on('DELETE', '', writing, (call) => {
      const product = productOf(call);
      assortment.changeProduct(product, { combinations: [] });
      return { deleteCount: product.combinations.length };
    }),
    on('GET', '/{combinationId}', reading, (call) => shown(call, found(call).combination)),
    on('PUT', '/{combinationId}', writing, (call) => {
      const { product, combination } = found(call);
      changeCombination(assortment, product, combination, call.body);
      return { updateCount: 1 };
    }),
    on('DELETE', '/{combinationId}', writing, (call) => {
      const { product, combination } = found(call);
      assortment.changeProduct(product, {
        combinations: product.combinations.filter((each) => each !== combination),
      });
      return { deleteCount: 1 };
    }),
    on('PUT', '/{combinationId}/inventory', ['read_catalog', 'update_catalog'], (call) => {
      const { product, combination } = found(call);
      return adjusted(assortment, product, combination, call.body);
    }),
  ];
}
