/** What the merchant does to the catalogue in the admin's pages: for all store views. */
import type { Merchandise } from '../../kit/catalogue/merchandise.ts';
import { deleteCategory } from '../categories/tree.ts';
import { withoutPicture } from '../pictures/pictures.ts';
import type { Product } from '../products/product.ts';
import { noSuchEntity, refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { addCategory, editCategory, shownCategories } from './category-edits.ts';
import { fill } from './fill.ts';
import { addPicture } from './picture-edits.ts';
import { add, edit, setStock } from './product-edits.ts';
import { addVariant, editVariant } from './variants.ts';
import { inOrder, view } from './views.ts';

export function merchandiseOf(shop: Shop): Merchandise {
  const { catalogue } = shop;
  const product = (id: string) => {
    const found = catalogue.byId(Number(id));
    if (found === undefined) throw noSuchEntity('id', Number(id));
    return found;
  };
  return {
    fill: (neutral) => fill(shop, neutral),
    withSku: (sku) => {
      const found = catalogue.findProduct(sku);
      if (found === undefined) return [];
      const parents = catalogue.parentsOf(found.id);
      return (parents.length === 0 ? [found] : parents).map(({ id }) => String(id));
    },
    view: (id) => view(shop, product(id)),
    all: () => catalogue.products.all().map((each) => view(shop, each)),
    add: (given) => add(shop, given),
    edit: (id, changes) => edit(shop, product(id), changes),
    remove: (id) => shop.deleteProduct(product(id)),
    setStock: (sku, pieces) => setStock(shop, sku, pieces),
    addVariant: (id, variant) => addVariant(shop, product(id), variant),
    editVariant: (id, variant, changes) =>
      editVariant(shop, product(id), childOf(shop, product(id), variant), changes),
    removeVariant: (id, variant) => shop.deleteProduct(childOf(shop, product(id), variant)),
    addPicture: (id, picture) => addPicture(shop, product(id), picture),
    removePicture: (id, place) => {
      const before = product(id);
      const picture = inOrder(before)[place];
      if (picture === undefined) throw refusal(404, `The product has no picture ${place}.`);
      catalogue.save(withoutPicture(catalogue, before, picture.id));
    },
    categories: () => shownCategories(shop),
    addCategory: (category) => addCategory(shop, category),
    editCategory: (id, changes) => editCategory(shop, catalogue.category(id), changes),
    removeCategory: (id) => deleteCategory(catalogue, catalogue.category(id)),
  };
}

function childOf({ catalogue }: Shop, product: Product, id: string): Product {
  const child = catalogue.childrenOf(product).find((each) => String(each.id) === id);
  if (child === undefined) throw noSuchEntity('id', Number(id));
  return child;
}
