/** Products and their combinations as the API shows them (sheets 6.6, 6.8). */
import { type JsonObject, numberIn, textIn } from '../../kit/json.ts';
import type { Assortment, Named } from '../assortment.ts';
import type { Links } from '../call/links.ts';
import { factsOnWire } from '../properties/on-wire.ts';
import type { CcvSettings } from '../settings.ts';
import { percentageOf, tariffs } from '../shop-info/taxes.ts';
import { utc } from '../times.ts';
import {
  blankCombination,
  blankFields,
  type CategoryLink,
  type Combination,
  countsByCombination,
  extraPrice,
  type OfferedValue,
  type Photo,
  type Product,
  stocktypeWord,
} from './product.ts';

const lists =
  `productlabels productphotos productvariations productvideos producttaxtariffexceptions productattachments
  productkeywords productrelevant productattributesets productstaggeredprices producttocategories productreviews webshops
  attributecombinations producttopropertygroups`.split(/\s+/);

/** What `expand` takes (sheet 3.3), and the list that it fills. */
export const productExpands =
  `attributecombinations productattachments productattributesets productkeywords productphotos
  productrelevant productreviews productshippingcosts productstaggeredprices producttopropertygroups producttocategories
  productvariants productvideos producttaxtariffexceptions`.split(/\s+/);

export interface Showing {
  readonly assortment: Assortment;
  readonly links: Links;
  readonly expanded?: ReadonlySet<string>;
}

export function productOnWire(product: Product, showing: Showing): JsonObject {
  const { assortment, links, expanded = new Set<string>() } = showing;
  const { id, fields, photos } = product;
  const settings = assortment.settings();
  const tariff = tariffs.find((each) => each === fields.taxtariff) ?? 'normal';
  const isMultishop = settings.multishopProducts.includes(textIn(fields, 'productnumber'));
  const main = photos.find(({ isMain }) => isMain);
  const named = (kind: 'brands' | 'conditions' | 'suppliers', own: number | null): JsonObject | null => {
    const found: Named | undefined = assortment[kind].get(String(own));
    return found === undefined ? null : { ...links.ref(kind, found.id), id: found.id, name: found.name };
  };
  return {
    href: links.self('products', id),
    id,
    is_active: product.isActive,
    createdate: utc(product.createdAt),
    modifydate: utc(product.modifiedAt),
    is_multishop_product: isMultishop,
    multishop_href: null,
    multishop_product_id: null,
    ...blankFields,
    ...fields,
    vatrate: percentageOf(tariff, 'NL'),
    stocktype: stocktypeWord(textIn(fields, 'stocktype'), settings),
    stock: stockOnWire(product, settings),
    tradecodesystem: null,
    productshippingcosts: {
      costs: 6.95,
      default_country: 'NL',
      quantity: 1,
      ...links.ref('products', id, 'productshippingcosts'),
    },
    credit_points_calculated: null,
    brand: named('brands', product.brandId),
    condition: named('conditions', product.conditionId),
    supplier: named('suppliers', product.supplierId),
    color: null,
    package:
      product.packageId === null
        ? null
        : { ...links.ref('packages', product.packageId), id: product.packageId },
    productmainphoto: main === undefined ? null : pictureAt(main, links),
    deeplink: `${links.root}/p${id}`,
    is_visible: product.isActive,
    can_be_ordered: product.isActive,
    ...Object.fromEntries(
      lists.map((name) => {
        const isExpanded = expanded.has(name === 'productvariations' ? 'productvariants' : name);
        const collection = isExpanded ? { collection: collectionOf(product, name, showing) } : {};
        return [name, { ...links.ref('products', id, name), ...collection }];
      }),
    ),
  };
}

/** Nothing where it is kept by combination. */
function stockOnWire(product: Product, { uncountedStock }: CcvSettings): number | null {
  const isCounted = product.fields.stockenabled === true || uncountedStock === 'number';
  return isCounted && !countsByCombination(product) ? numberIn(product.fields, 'stock') : null;
}

function collectionOf(product: Product, name: string, { assortment, links }: Showing): JsonObject[] {
  switch (name) {
    case 'attributecombinations':
      return product.combinations.map((each) => combinationOnWire(product, each, { assortment, links }));
    case 'productphotos':
      return product.photos.map((each) => photoOnWire(product, each, links));
    case 'producttocategories':
      return product.links.map((each) => linkOnWire(product, each, links));
    case 'productattributesets':
      return setsOnWire(product, { assortment, links });
    case 'producttopropertygroups':
      return factsOnWire(product, assortment, links);
    default:
      return [];
  }
}

export function combinationOnWire(product: Product, combination: Combination, showing: Showing): JsonObject {
  const { assortment, links, expanded } = showing;
  const { id, valueIds, fields } = combination;
  const below = (name: string) => links.ref('attributecombinations', id, name);
  const photos = expanded?.has('attributecombinationphotos') ? { collection: [] } : {};
  return {
    href: links.self('attributecombinations', id),
    id,
    product_id: product.id,
    ...blankCombination,
    ...fields,
    netto_extra_price: extraPrice(product, combination),
    ordering_without_stock: 'global_setting',
    combination: valueIds.map((valueId) => {
      const value = assortment.attributeValue(String(valueId));
      const attribute = assortment.attribute(String(value.attributeId));
      return {
        attribute: { id: attribute.id, name: attribute.name, ...links.ref('attributes', attribute.id) },
        attribute_value: { id: valueId, name: value.name, ...links.ref('attributevalues', valueId) },
        extra_price: product.values.find((each) => each.valueId === valueId)?.price ?? 0,
      };
    }),
    attributecombinationphotos: { ...below('attributecombinationphotos'), ...photos },
    attributes: below('attributes'),
    attributevalues: below('attributevalues'),
    parent: links.ref('products', product.id),
  };
}

export function photoOnWire(product: Product, photo: Photo, links: Links): JsonObject {
  return {
    href: links.self('productphotos', photo.id),
    id: photo.id,
    filename: photo.file,
    alttext: photo.alt,
    is_mainphoto: photo.isMain,
    deeplink: pictureAt(photo, links),
    parent: links.ref('products', product.id),
  };
}

export function pictureAt({ file }: Pick<Photo, 'file'>, links: Links): string {
  return `${links.root}/img/${file}`;
}

export function linkOnWire({ id: productId }: Product, link: CategoryLink, links: Links): JsonObject {
  return {
    href: links.self('producttocategories', link.id),
    id: link.id,
    position: link.position,
    product_id: productId,
    category_id: link.categoryId,
    product_href: links.to('products', productId),
    category_href: links.to('categories', link.categoryId),
  };
}

export function valueOnWire(offered: OfferedValue, { assortment, links }: Showing): JsonObject {
  const value = assortment.attributeValue(String(offered.valueId));
  const attribute = assortment.attribute(String(value.attributeId));
  return {
    href: links.self('productattributevalues', offered.id),
    id: offered.id,
    optionid: attribute.id,
    optionname: attribute.name,
    optionposition: 1,
    optionvalue_id: value.id,
    optionvalue_name: value.name,
    position: offered.position,
    price: offered.price,
    enable: true,
  };
}

/** By attribute. Its items spell `optionsname` (sheet 12, 8). */
export function setsOnWire({ id, values }: Product, { assortment, links }: Showing): JsonObject[] {
  const named = values.map((offered) => {
    const value = assortment.attributeValue(String(offered.valueId));
    return { offered, value, attribute: assortment.attribute(String(value.attributeId)) };
  });
  const attributes = new Map(named.map(({ attribute }) => [attribute.id, attribute]));
  return [...attributes.values()].map((attribute, index) => ({
    id: attribute.id,
    attributename: attribute.name,
    attributeposition: index + 1,
    type: assortment.settings().attributeTypes[attribute.kind - 1] ?? '',
    items: named
      .filter((each) => each.attribute === attribute)
      .map(({ offered, value }) => ({
        href: links.to('productattributevalues', offered.id),
        id: offered.id,
        optionsname: value.name,
        price: offered.price,
        enable: true,
        position: offered.position,
      })),
    parent: links.ref('products', id),
  }));
}
