/** What the merchant does to the catalogue by hand, in the shop's own pages. */
import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type { Merchandise, NewPicture, ProductEdit, ProductView } from '../../kit/catalogue/merchandise.ts';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import type { Assortment } from '../assortment.ts';
import { createCategory, deleteCategory, updateCategory } from '../categories/writes.ts';
import { withoutNulls } from '../fields.ts';
import { addressOf, type Picture } from '../pictures/picture.ts';
import { fillWith } from '../seed/catalogue.ts';
import { priceOf } from './combination-on-wire.ts';
import { addCombination, combinationOf } from './combinations.ts';
import { editVariant } from './merchant-variants.ts';
import { type StoredProduct, sharesStock } from './product.ts';
import { categoryIdsOf } from './search.ts';
import { stockOf } from './stock.ts';
import { createProduct, updateProduct } from './writes.ts';

const terms = { saveCombinations: false, rebuild: false };

/** `pictures` is the origin of the shop's pictures. */
export function merchandiseOf(assortment: Assortment, pictures: () => string): Merchandise {
  return {
    fill: (catalogue) => fillWith(assortment, catalogue),
    withSku: (sku) => assortment.withSku(sku).map(({ id }) => String(id)),
    view: (id) => viewOf(assortment.product(id), pictures()),
    all: () => assortment.products.all().map((each) => viewOf(each, pictures())),
    add: ({ pieces, ...fields }) => {
      // The shop's own pages give a number to a product that has none.
      const body = { sku: newSku(assortment), ...withoutNulls(fieldsOf(fields)), ...stockFields(pieces) };
      return String(createProduct(assortment, body, terms).id);
    },
    edit: (id, changes) => {
      updateProduct(assortment, assortment.product(id), fieldsOf(changes), terms);
    },
    remove: (id) => assortment.deleteProduct(assortment.product(id)),
    setStock: (sku, pieces) => setStock(assortment, sku, pieces),
    addVariant: (id, { sku, options, price, pieces }) => {
      const body: JsonObject = {
        options: Object.entries(options).map(([name, value]) => ({ name, value })),
        ...(sku === null ? {} : { sku, ...stockFields(pieces) }),
        ...(price === undefined ? {} : { price: Number(price) }),
      };
      return String(addCombination(assortment, assortment.product(id), body).id);
    },
    editVariant: (id, variant, changes) => editVariant(assortment, assortment.product(id), variant, changes),
    removeVariant: (id, variant) => {
      const product = assortment.product(id);
      const gone = combinationOf(product, variant);
      assortment.changeProduct(product, {
        combinations: product.combinations.filter((each) => each !== gone),
      });
    },
    addPicture: (id, picture) => addPicture(assortment, assortment.product(id), picture),
    removePicture: (id, place) => {
      const product = assortment.product(id);
      arrange(assortment, product, picturesOf(product).toSpliced(place, 1));
    },
    categories: () =>
      assortment.categories.all().map(({ id, parentId, fields }) => ({
        id: String(id),
        name: textIn(fields, 'name'),
        parent: parentId === 0 ? null : String(parentId),
        active: fields.enabled !== false,
      })),
    addCategory: ({ name, parent, description, active }) => {
      const parentId = parent === null ? 0 : assortment.category(parent).id;
      return String(createCategory(assortment, { name, parentId, description, enabled: active }).id);
    },
    editCategory: (id, { name, parent, active }) =>
      updateCategory(assortment, assortment.category(id), {
        ...(name === undefined ? {} : { name }),
        ...(active === undefined ? {} : { enabled: active }),
        ...(parent === undefined ? {} : { parentId: parent === null ? 0 : assortment.category(parent).id }),
      }),
    removeCategory: (id) => {
      deleteCategory(assortment, assortment.category(id));
    },
  };
}

function fieldsOf({ name, sku, price, listPrice, description, active, categories }: ProductEdit): JsonObject {
  return {
    ...(name === undefined ? {} : { name }),
    ...(sku === undefined ? {} : { sku }),
    ...(price === undefined ? {} : { price: Number(price) }),
    ...(listPrice === undefined ? {} : { compareToPrice: listPrice === null ? null : Number(listPrice) }),
    ...(description === undefined ? {} : { description }),
    ...(active === undefined ? {} : { enabled: active }),
    ...(categories === undefined ? {} : { categoryIds: categories.map(Number) }),
  };
}

function viewOf(product: StoredProduct, base: string): ProductView {
  const { id, fields, combinations } = product;
  return {
    id: String(id),
    sku: textIn(fields, 'sku') || null,
    name: textIn(fields, 'name'),
    price: amount(numberIn(fields, 'price')),
    listPrice: typeof fields.compareToPrice === 'number' ? amount(fields.compareToPrice) : null,
    description: textIn(fields, 'description'),
    active: fields.enabled !== false,
    categories: categoryIdsOf(product),
    pictures: picturesOf(product).map((each) => addressOf(each, base)),
    variants: combinations.map((each) => ({
      id: String(each.id),
      sku: textIn(each.fields, 'sku') || null,
      options: Object.fromEntries(each.options.map(({ name, value }) => [name, value])),
      price: amount(priceOf(product, each)),
      pieces: piecesIn(stockOf(product, each)),
    })),
    pieces: piecesIn(fields),
  };
}

function newSku({ ids }: Assortment): string {
  return String(ids.last('productId') + 1).padStart(5, '0');
}

function setStock(assortment: Assortment, sku: string, pieces: Pieces): number {
  let changed = 0;
  const set = (fields: JsonObject): JsonObject => {
    changed += 1;
    const { quantity: _, ...rest } = fields;
    return { ...rest, ...stockFields(pieces) };
  };
  for (const product of assortment.withSku(sku)) {
    assortment.changeProduct(product, {
      fields: product.fields.sku === sku ? set(product.fields) : product.fields,
      combinations: product.combinations.map((each) =>
        each.fields.sku === sku && !sharesStock(product, each) ? { ...each, fields: set(each.fields) } : each,
      ),
    });
  }
  return changed;
}

function addPicture(
  assortment: Assortment,
  product: StoredProduct,
  { fileName, alt, replaces }: NewPicture,
): void {
  const picture = { id: String(assortment.ids.next('pictureId')), file: fileName, alt };
  const before = picturesOf(product);
  const after = replaces === undefined ? [...before, picture] : before.toSpliced(replaces, 1, picture);
  arrange(assortment, product, after);
}

function arrange(assortment: Assortment, product: StoredProduct, pictures: readonly Picture[]): void {
  const [main = null, ...gallery] = pictures;
  assortment.changeProduct(product, { main, gallery });
}

function picturesOf({ main, gallery }: StoredProduct): Picture[] {
  return main === null ? [...gallery] : [main, ...gallery];
}

function stockFields(pieces: Pieces): JsonObject {
  return pieces === 'unlimited' ? { unlimited: true } : { unlimited: false, quantity: pieces };
}

function piecesIn(stock: JsonObject): Pieces {
  return stock.unlimited === true ? 'unlimited' : numberIn(stock, 'quantity');
}

function amount(price: number): string {
  return Big(price).toFixed(2);
}
