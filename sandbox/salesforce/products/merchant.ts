/** What the merchant does to products and categories in the org's own pages. Variants are products of their own here. */
import Big from 'big.js';
import type { Pieces } from '../../kit/catalogue/catalogue.ts';
import type { CategoryView, Merchandise, ProductEdit, ProductView } from '../../kit/catalogue/merchandise.ts';
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import type { Org } from '../org.ts';
import { objectNamed, writtenBy } from '../people/accounts.ts';
import type { Row } from '../records/tables.ts';
import { byHand, deleteRecord, updateRecord } from '../records/writing.ts';
import { invalid, notFound } from '../refusal.ts';
import { priced, standardEntry } from '../sales/products.ts';
import { catalogId } from '../seed/founding.ts';
import { codesOf, fillWith, optionsText, pictureAddress, stockOf } from './catalogue.ts';

export function merchandiseOf(org: Org): Merchandise {
  const find = (object: string, id: string): Row => {
    const row = org.row(object, id);
    if (row === undefined) throw notFound();
    return row;
  };
  const product = (id: string) => find('Product2', id);
  const update = (object: string, id: string, fields: JsonObject) =>
    org.asStaff(() => updateRecord(org, objectNamed(org, object), find(object, id).id, fields, byHand));
  const remove = (object: string, id: string) =>
    org.asStaff(() => deleteRecord(org, objectNamed(org, object), find(object, id).id));
  return {
    fill: (catalogue) => fillWith(org, catalogue),
    withSku: (sku) => withSku(org, sku).map(({ id }) => id),
    view: (id) => viewOf(org, product(id)),
    all: () => present(org, 'Product2').map((each) => viewOf(org, each)),
    add: ({ pieces, ...fields }) =>
      org.asStaff(() => {
        const code = fields.sku ?? null;
        const row = writtenBy(org, 'Product2', {
          Name: fields.name,
          ...codesOf(code),
          IsActive: true,
          Stock__c: stockOf(pieces),
        });
        edit(org, row, fields);
        return row.id;
      }),
    edit: (id, changes) => org.asStaff(() => org.tables.transaction(() => edit(org, product(id), changes))),
    remove: (id) => remove('Product2', id),
    setStock: (sku, pieces) => setStock(org, sku, pieces),
    addVariant: (id, { sku, options, price, pieces }) =>
      org.asStaff(() => {
        const parent = product(id);
        const row = writtenBy(org, 'Product2', {
          Name: `${textIn(parent.fields, 'Name')} ${Object.values(options).join(' / ')}`.slice(0, 255),
          ...codesOf(sku),
          IsActive: true,
          Stock__c: stockOf(pieces),
          ParentCode__c: parent.fields.StockKeepingUnit ?? null,
          Options__c: optionsText(options),
        });
        priced(org, row, price ?? priceOf(org, parent));
        return row.id;
      }),
    editVariant: (_, variant, { sku, price, options }) => {
      org.asStaff(() => {
        edit(org, product(variant), {
          ...(sku === undefined ? {} : { sku }),
          ...(price === undefined ? {} : { price }),
        });
      });
      if (options !== undefined) update('Product2', variant, { Options__c: optionsText(options) });
    },
    removeVariant: (_, variant) => remove('Product2', variant),
    // A product has one picture: a link.
    addPicture: (id, { fileName }) => {
      update('Product2', id, { DisplayUrl: pictureAddress(org, fileName) });
    },
    removePicture: (id) => {
      update('Product2', id, { DisplayUrl: null });
    },
    categories: () => present(org, 'ProductCategory').map(categoryView),
    addCategory: ({ name, parent, active }) =>
      org.asStaff(() => {
        const fields = { Name: name, CatalogId: catalogId, ParentCategoryId: parent, IsNavigational: active };
        return writtenBy(org, 'ProductCategory', fields).id;
      }),
    editCategory: (id, { name, parent, active }) => {
      update('ProductCategory', id, {
        ...(name === undefined ? {} : { Name: name }),
        ...(parent === undefined ? {} : { ParentCategoryId: parent }),
        ...(active === undefined ? {} : { IsNavigational: active }),
      });
    },
    removeCategory: (id) => {
      org.asStaff(() => {
        const link = objectNamed(org, 'ProductCategoryProduct');
        for (const each of org.children(link.name, 'ProductCategoryId', id)) deleteRecord(org, link, each.id);
      });
      remove('ProductCategory', id);
    },
  };
}

function present(org: Org, object: string): Row[] {
  return org.tables.all(object).filter(({ fields }) => fields.IsDeleted !== true);
}

/** As it is written, in the same case. */
function withSku(org: Org, sku: string): Row[] {
  return org.tables
    .by('Product2', 'StockKeepingUnit', sku)
    .filter(({ fields }) => fields.StockKeepingUnit === sku);
}

function priceOf(org: Org, product: Row): string {
  const entry = standardEntry(org, product);
  return Big(entry === undefined ? 0 : numberIn(entry.fields, 'UnitPrice')).toFixed(2);
}

function viewOf(org: Org, product: Row): ProductView {
  const { id, fields } = product;
  const links = org.children('ProductCategoryProduct', 'ProductId', id);
  const picture = textIn(fields, 'DisplayUrl');
  return {
    id,
    sku: textIn(fields, 'StockKeepingUnit') || null,
    name: textIn(fields, 'Name'),
    price: priceOf(org, product),
    listPrice: null,
    description: textIn(fields, 'Description'),
    active: fields.IsActive === true,
    categories: links.map((each) => textIn(each.fields, 'ProductCategoryId')),
    pictures: picture === '' ? [] : [picture],
    variants: [],
    pieces: typeof fields.Stock__c === 'number' ? fields.Stock__c : 'unlimited',
  };
}

function categoryView({ id, fields }: Row): CategoryView {
  const parent = textIn(fields, 'ParentCategoryId') || null;
  return { id, name: textIn(fields, 'Name'), parent, active: fields.IsNavigational === true };
}

function edit(
  org: Org,
  product: Row,
  { name, sku, price, listPrice, description, active, categories }: ProductEdit,
): void {
  if (listPrice != null) throw invalid('INVALID_FIELD', 'A product has no price that is struck through');
  const fields = {
    ...(name === undefined ? {} : { Name: name }),
    ...(sku === undefined ? {} : codesOf(sku)),
    ...(description === undefined ? {} : { Description: description.slice(0, 4000) }),
    ...(active === undefined ? {} : { IsActive: active }),
  };
  if (Object.keys(fields).length > 0)
    updateRecord(org, objectNamed(org, 'Product2'), product.id, fields, byHand);
  if (price !== undefined) {
    const entry = standardEntry(org, product);
    if (entry === undefined) priced(org, product, price);
    else
      updateRecord(org, objectNamed(org, 'PricebookEntry'), entry.id, { UnitPrice: Number(price) }, byHand);
  }
  if (categories !== undefined) setCategories(org, product, categories);
}

function setCategories(org: Org, product: Row, wanted: readonly string[]): void {
  const link = objectNamed(org, 'ProductCategoryProduct');
  const now = org.children(link.name, 'ProductId', product.id);
  const kept = new Set(now.map(({ fields }) => textIn(fields, 'ProductCategoryId')));
  for (const each of now)
    if (!wanted.includes(textIn(each.fields, 'ProductCategoryId'))) deleteRecord(org, link, each.id);
  for (const id of wanted) {
    if (!kept.has(id)) writtenBy(org, link.name, { ProductCategoryId: id, ProductId: product.id });
  }
}

function setStock(org: Org, sku: string, pieces: Pieces): number {
  const rows = withSku(org, sku);
  const object = objectNamed(org, 'Product2');
  org.asStaff(() => {
    for (const { id } of rows) updateRecord(org, object, id, { Stock__c: stockOf(pieces) }, byHand);
  });
  return rows.length;
}
