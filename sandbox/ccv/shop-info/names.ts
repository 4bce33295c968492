/** Brands, suppliers, conditions and packages: things that have a name and nothing else (sheet 5). */
import { type JsonObject, textIn } from '../../kit/json.ts';
import type { Assortment, Named } from '../assortment.ts';
import { type Call, idIn, objectIn, on, type Routes } from '../call/call.ts';
import { readBodyFields, text } from '../call/fields.ts';
import { plainList } from '../call/lists.ts';
import { coded, notFound } from '../refusal.ts';

const shape = text('name');
const kinds = ['brands', 'suppliers', 'conditions', 'packages'] as const;
type Kind = (typeof kinds)[number];

export function nameEndpoints(assortment: Assortment): Routes {
  return kinds.flatMap((kind) => endpointsOf(assortment, kind));
}

/** A name stands once. Packages cannot be deleted; what a product names cannot either. */
function endpointsOf(assortment: Assortment, kind: Kind): Routes {
  const all = assortment[kind];
  const show =
    (call: Call) =>
    ({ id, name }: Named): JsonObject => ({
      href: call.links.self(kind, id),
      id,
      name,
      ...(kind === 'packages' ? {} : { products: call.links.ref(kind, id, 'products') }),
      parent: call.links.ref(kind),
    });
  const found = (call: Call) => {
    const named = all.get(idIn(call));
    if (named === undefined) throw notFound(kind);
    return named;
  };
  const save = (named: Named) => {
    if (all.all().some(({ id, name }) => name === named.name && id !== named.id)) {
      throw coded('500.40', 'name already exists');
    }
    all.set(String(named.id), named);
    return named;
  };
  const nameIn = (call: Call) =>
    textIn(readBodyFields(objectIn(call), shape, call.settings, ['name']), 'name');
  const routes: Routes = [
    on('GET', `/${kind}`, (call) => plainList(call, all.all(), { show: show(call) })),
    on('POST', `/${kind}`, (call) =>
      show(call)(save({ id: assortment.ids.next('named'), name: nameIn(call) })),
    ),
    on('GET', `/${kind}/{id}`, (call) => show(call)(found(call))),
    on('PATCH', `/${kind}/{id}`, (call) => {
      save({ ...found(call), name: nameIn(call) });
      return undefined;
    }),
  ];
  if (kind === 'packages') return routes;
  return [
    ...routes,
    on('DELETE', `/${kind}/{id}`, (call) => {
      const { id } = found(call);
      all.delete(String(id));
      const field = ({ brands: 'brandId', suppliers: 'supplierId', conditions: 'conditionId' } as const)[
        kind
      ];
      for (const product of assortment.products.all()) {
        if (product[field] === id) assortment.save({ ...product, [field]: null });
      }
      return undefined;
    }),
  ];
}
