/** What a configurable product differs in, and its children (sheet 10.5). */
import { type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { selects } from '../attributes/attribute.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { roles } from '../pictures/pictures.ts';
import { refusal } from '../refusal.ts';
import { type Product, type ProductOption, valueIn, withValue } from './product.ts';

/** An option as a call gives it. Throws a `Refusal`. */
export function optionOf(
  catalogue: Catalogue,
  product: Product,
  given: JsonObject,
  before?: ProductOption,
): ProductOption {
  const attributeId = Number(given.attribute_id ?? before?.attributeId);
  if (!(attributeId > 0)) throw refusal(400, 'Option attribute ID is not specified.');
  const attribute = catalogue.attributeById(attributeId);
  if (attribute === undefined || !selects.includes(attribute.input) || attribute.scope !== 'global') {
    throw refusal(400, 'Configurable product "%1" does not contain required attribute "%2".', [
      product.sku,
      String(attributeId),
    ]);
  }
  const label = textIn(given, 'label') || before?.label;
  if (label === undefined) throw refusal(400, 'Option label is not specified.');
  const values = given.values === undefined ? before?.values : objectsIn(given.values).map(valueIndex);
  if (values === undefined || values.length === 0) throw refusal(400, 'Option values are not specified.');
  return {
    id: before?.id ?? catalogue.ids.next('productOption'),
    attributeId,
    label,
    position: Number(given.position ?? before?.position ?? 0),
    values,
  };
}

function valueIndex({ value_index }: JsonObject): number {
  if (value_index === undefined) throw refusal(400, 'Value index is not specified for an option.');
  return Number(value_index);
}

/** The options of a save are the whole list; one of an attribute that is there keeps its id. */
export function withOptions(catalogue: Catalogue, product: Product, given: readonly JsonObject[]): Product {
  const options = given.map((each) => {
    const before = product.options.find(
      ({ id, attributeId }) => id === each.id || String(attributeId) === each.attribute_id,
    );
    return optionOf(catalogue, product, each, before);
  });
  return { ...product, options };
}

/** With these children and no others. Throws a `Refusal` where two could not be told apart. */
export function withChildren(catalogue: Catalogue, product: Product, children: readonly Product[]): Product {
  const seen = new Map<string, Product>();
  for (const child of children) {
    const combination = product.options.map(({ attributeId }) => {
      const code = catalogue.attributeById(attributeId)?.code ?? '';
      const value = valueIn(child.values, code, 0);
      if (value !== undefined) return String(value);
      const text = 'Product with id "%1" does not contain required attribute "%2".';
      throw refusal(400, text, [child.id, code]);
    });
    const same = seen.get(combination.join());
    if (same !== undefined) {
      throw refusal(400, 'Products "%1" and "%2" have the same set of attribute values.', [
        child.id,
        same.id,
      ]);
    }
    seen.set(combination.join(), child);
  }
  const ids = children.map(({ id }) => id);
  const isNew = ids.some((id) => !product.children.includes(id));
  return withAllValues(isNew ? afterLinking(catalogue, product) : product, children, catalogue, ids);
}

/** The values of the options grow with what the children have. */
function withAllValues(
  product: Product,
  children: readonly Product[],
  catalogue: Catalogue,
  ids: readonly number[],
): Product {
  const options = product.options.map((option) => {
    const code = catalogue.attributeById(option.attributeId)?.code ?? '';
    const had = children.map((child) => Number(valueIn(child.values, code, 0)));
    return { ...option, values: [...new Set([...option.values, ...had])] };
  });
  return { ...product, options, children: [...ids] };
}

function afterLinking(catalogue: Catalogue, product: Product): Product {
  if (!catalogue.settings().linkingLosesRoles) return product;
  const values = roles.reduce((all, role) => withValue(all, role, null, [0]), product.values);
  return { ...product, values };
}

export function linkChild(catalogue: Catalogue, product: Product, child: Product): Product {
  if (product.children.includes(child.id)) throw refusal(400, 'The product is already attached.');
  if (product.options.length === 0) {
    throw refusal(400, "The parent product doesn't have configurable product options.");
  }
  return withChildren(catalogue, product, [...catalogue.childrenOf(product), child]);
}

export function unlinkChild(product: Product, child: Product): Product {
  if (!product.children.includes(child.id)) {
    throw refusal(400, "The product to be unlinked isn't a child of the configurable product.");
  }
  return { ...product, children: product.children.filter((id) => id !== child.id) };
}
