/** What the merchant does to products and categories by hand, in the shop's own back office. */
import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type { Merchandise, ProductEdit, ProductView } from '../../kit/catalogue/merchandise.ts';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import type { Links } from '../call/links.ts';
import { changeCategory, createCategory } from '../categories/writes.ts';
import { fillWith } from '../seed/catalogue.ts';
import { addVariant, editVariant, removeVariant } from './merchant-variants.ts';
import { pictureAt } from './on-wire.ts';
import { type Combination, extraPrice, type Photo, type Product, piecesOf, sellPrice } from './product.ts';
import { blankProduct, withSent } from './writes.ts';

export function merchandiseOf(assortment: Assortment, links: () => Links): Merchandise {
  const find = (id: string) => assortment.product(id);
  const categoryBody = (parent: string | null) => {
    const top = assortment.settings().topCategory === 'null' ? null : 0;
    return { parentcategory_id: parent === null ? top : Number(parent) };
  };
  return {
    fill: (catalogue) => fillWith(assortment, catalogue),
    withSku: (sku) => assortment.withNumber(sku).map(({ id }) => String(id)),
    view: (id) => viewOf(assortment, find(id), links()),
    all: () => assortment.products.all().map((each) => viewOf(assortment, each, links())),
    add: ({ pieces, ...fields }) => {
      const blank = blankProduct(assortment);
      const made = edited(assortment, { ...blank, packageId: 31 }, fields);
      return String(assortment.add(counted({ ...made, id: assortment.ids.next('product') }, pieces)).id);
    },
    edit: (id, changes) => {
      assortment.save(edited(assortment, find(id), changes));
    },
    remove: (id) => assortment.remove(find(id)),
    setStock: (sku, pieces) => setStock(assortment, sku, pieces),
    addVariant: (id, variant) => addVariant(assortment, find(id), variant),
    editVariant: (id, variant, changes) => editVariant(assortment, find(id), variant, changes),
    removeVariant: (id, variant) => removeVariant(assortment, find(id), variant),
    addPicture: (id, { fileName, alt, replaces }) => {
      const product = find(id);
      const before = product.photos[replaces ?? -1];
      const isMain = before?.isMain ?? product.photos.length === 0;
      const photo: Photo = { id: assortment.ids.next('photo'), file: fileName, alt, isMain };
      const at = replaces ?? product.photos.length;
      assortment.save({ ...product, photos: product.photos.toSpliced(at, 1, photo) }, 'photos');
    },
    removePicture: (id, place) => {
      const product = find(id);
      assortment.save({ ...product, photos: product.photos.toSpliced(place, 1) }, 'photos');
    },
    categories: () =>
      assortment.categories.all().map(({ id, name, parentId, isShown }) => ({
        id: String(id),
        name,
        parent: parentId === null ? null : String(parentId),
        active: isShown,
      })),
    addCategory: ({ name, parent, description, active }) => {
      const above = parent === null ? {} : categoryBody(parent);
      const body = { name, ...above, description, show_on_website: active };
      return String(createCategory(assortment, body).id);
    },
    editCategory: (id, { name, parent, active }) => {
      changeCategory(assortment, assortment.category(id), {
        ...(name === undefined ? {} : { name }),
        ...(parent === undefined ? {} : categoryBody(parent)),
        ...(active === undefined ? {} : { show_on_website: active }),
      });
    },
    removeCategory: (id) => assortment.removeCategory(assortment.category(id)),
  };
}

/** In the words of the API: a struck-through price is `price`, what is taken off it `discount`. */
function edited(assortment: Assortment, product: Product, edit: ProductEdit): Product {
  const { name, sku, price, listPrice, description, active, categories } = edit;
  const before = sellPrice(product).toFixed(2);
  const old =
    numberIn(product.fields, 'discount') === 0 ? null : numberIn(product.fields, 'price').toFixed(2);
  const now = price ?? before;
  const list = listPrice === undefined ? old : listPrice;
  const prices = price === undefined && listPrice === undefined ? {} : pricesOf(now, list);
  const sent: JsonObject = {
    ...(name === undefined ? {} : { name }),
    ...(sku === undefined ? {} : { productnumber: sku ?? '' }),
    ...(description === undefined ? {} : { description }),
    ...(active === undefined ? {} : { active }),
    ...prices,
  };
  const changed = withSent(assortment, product, sent);
  if (categories === undefined) return changed;
  const links = categories.map((key, index) => {
    const categoryId = assortment.category(key).id;
    const known = product.links.find((each) => each.categoryId === categoryId);
    return known ?? { id: assortment.ids.next('link'), categoryId, position: index + 1 };
  });
  return { ...changed, links };
}

/** A list price below the price is none. */
export function pricesOf(price: string, list: string | null): { price: number; discount: number } {
  if (list === null || Big(list).lt(price)) return { price: Number(price), discount: 0 };
  return { price: Number(list), discount: Number(Big(list).minus(price).toFixed()) };
}

function counted(product: Product, pieces: Pieces): Product {
  const stock = pieces === 'unlimited' ? 0 : pieces;
  return { ...product, fields: { ...product.fields, stockenabled: pieces !== 'unlimited', stock } };
}

function viewOf(assortment: Assortment, product: Product, links: Links): ProductView {
  const { fields, photos, combinations } = product;
  const price = sellPrice(product);
  const ordered = [...photos].sort((one, other) => Number(other.isMain) - Number(one.isMain));
  return {
    id: String(product.id),
    sku: textIn(fields, 'productnumber') || null,
    name: textIn(fields, 'name'),
    price: price.toFixed(2),
    listPrice: numberIn(fields, 'discount') === 0 ? null : numberIn(fields, 'price').toFixed(2),
    description: textIn(fields, 'description'),
    active: product.isActive,
    categories: product.links.map(({ categoryId }) => String(categoryId)),
    pictures: ordered.map((photo) => pictureAt(photo, links)),
    variants: combinations.map((each) => ({
      id: String(each.id),
      sku: textIn(each.fields, 'sku_number') || textIn(each.fields, 'product_number') || null,
      options: Object.fromEntries(
        each.valueIds.map((id) => {
          const { attributeId, name } = assortment.attributeValue(String(id));
          return [assortment.attribute(String(attributeId)).name, name];
        }),
      ),
      price: price.plus(extraPrice(product, each)).toFixed(2),
      pieces: piecesOf(product, each),
    })),
    pieces: piecesOf(product),
  };
}

/** Stock is switched off for a product as a whole. */
function setStock(assortment: Assortment, sku: string, pieces: Pieces): number {
  const stock = pieces === 'unlimited' ? 0 : pieces;
  const isMeant = ({ fields }: Combination) => fields.sku_number === sku || fields.product_number === sku;
  const found = assortment.withNumber(sku);
  for (const product of found) {
    const fields = { ...product.fields, stockenabled: pieces !== 'unlimited' };
    const combinations = product.combinations.map((each) =>
      isMeant(each) ? { ...each, fields: { ...each.fields, stock } } : each,
    );
    const isItself = textIn(fields, 'productnumber') === sku;
    const own = isItself ? { ...fields, stock } : fields;
    assortment.save({ ...product, fields: own, combinations }, isItself ? 'own' : 'combinations');
  }
  return found.reduce((sum, { fields, combinations }) => {
    return sum + combinations.filter(isMeant).length + (fields.productnumber === sku ? 1 : 0);
  }, 0);
}
