import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import {
  type Attribute,
  type AttributeSet,
  defaultSet,
  firstOwnAttributeId,
  freshAttributes,
  type Scope,
} from '../attributes/attribute.ts';
import { type Category, freshCategories } from '../categories/category.ts';
import { type Product, valueIn } from '../products/product.ts';
import { skuKey } from '../products/sku.ts';
import { noSuchEntity, refusal } from '../refusal.ts';
import type { MagentoSettings } from '../settings.ts';

type Id = 'product' | 'category' | 'attribute' | 'option' | 'set' | 'picture' | 'productOption';

/** Products, categories, attributes and pictures. What a fresh shop has of them is there from the start. */
export class Catalogue extends Store {
  readonly products = this.collection<Product>('products');
  readonly categories = this.collection<Category>('categories');
  /** By code. */
  readonly attributes = this.records<Attribute>('attributes');
  readonly sets = this.records<AttributeSet>('sets');
  /** Base64 by file; empty for a picture of a filled shop, which is made when it is asked for. */
  readonly files = this.records<string>('files');
  readonly ids = this.counters<Id>('ids', {
    category: freshCategories.length,
    attribute: firstOwnAttributeId,
    option: 50,
    set: defaultSet.id,
    picture: 80,
    productOption: 20,
  });
  readonly settings: () => MagentoSettings;
  readonly now: () => string;
  readonly #bySku = this.products.findBy(({ sku }) => skuKey(sku));
  /** Products that may have a URL key in some view. */
  readonly withUrlKey = this.products.findByAny(({ values }) =>
    Object.values(values).flatMap(({ url_key }) => (url_key === undefined ? [] : [String(url_key)])),
  );
  readonly #childrenOf = this.categories.findBy(({ parentId }) => String(parentId));
  /** Ids of parents by the id of a child; found again after a snapshot. */
  #parents: Map<number, Set<number>> | null = null;

  constructor(world: World, settings: () => MagentoSettings, now: () => string) {
    super(world, () => settings().searchLagMs);
    this.settings = settings;
    this.now = now;
    this.#open();
  }

  override clear(): void {
    super.clear();
    this.#parents = null;
    this.#open();
  }

  findProduct(sku: string): Product | undefined {
    return this.#bySku(skuKey(sku))[0];
  }

  product(sku: string): Product {
    const product = this.findProduct(sku);
    if (product !== undefined) return product;
    const text = "The product that was requested doesn't exist. Verify the product and try again.";
    throw refusal(404, text);
  }

  byId(id: number): Product | undefined {
    return this.products.get(String(id));
  }

  /** Moves `updated_at` unless told not to. */
  save(product: Product, moves = true): Product {
    const saved = moves ? { ...product, updatedAt: this.now() } : product;
    const before = this.byId(product.id);
    if (before?.children !== product.children) this.#parents = null;
    this.products.put(String(saved.id), saved);
    return saved;
  }

  seed(product: Product): void {
    this.#parents = null;
    this.products.seed(String(product.id), product);
  }

  deleteProduct(product: Product): void {
    this.products.delete(String(product.id));
    for (const { file } of product.pictures) this.files.delete(file);
    for (const parent of this.parentsOf(product.id)) {
      this.save({ ...parent, children: parent.children.filter((id) => id !== product.id) });
    }
    this.#parents = null;
  }

  childrenOf(product: Product): Product[] {
    return product.children.flatMap((id) => this.byId(id) ?? []);
  }

  parentsOf(childId: number): Product[] {
    if (this.#parents === null) {
      const found = new Map<number, Set<number>>();
      for (const { id, children } of this.products.all()) {
        for (const child of children) found.set(child, (found.get(child) ?? new Set()).add(id));
      }
      this.#parents = found;
    }
    return [...(this.#parents.get(childId) ?? [])].flatMap((id) => this.byId(id) ?? []);
  }

  category(id: string | number, parameter = 'id'): Category {
    const category = this.categories.get(String(id));
    if (category === undefined) throw noSuchEntity(parameter, Number(id));
    return category;
  }

  /** In their order. */
  subcategories(id: number): Category[] {
    return this.#childrenOf(String(id)).toSorted(
      (one, other) => one.position - other.position || one.id - other.id,
    );
  }

  saveCategory(category: Category): Category {
    const saved = { ...category, updatedAt: this.now() };
    this.categories.put(String(category.id), saved);
    return saved;
  }

  attributeById(id: number): Attribute | undefined {
    return this.attributes.all().find((each) => each.id === id);
  }

  /** Attributes that products of a set have: those of the system, and those that the merchant put into it. */
  attributesOf(setId: number): Attribute[] {
    const own = this.sets.get(String(setId))?.attributes ?? [];
    return this.attributes.all().filter(({ isUserDefined, code }) => !isUserDefined || own.includes(code));
  }

  scopeOf({ scope }: Attribute): Scope {
    return scope === 'price' ? this.priceScope() : scope;
  }

  priceScope(): Scope {
    return this.settings().priceScope;
  }

  /** The value of an attribute as a store view shows it. */
  value(product: Product, code: string, storeId: number): string {
    return String(valueIn(product.values, code, storeId) ?? '');
  }

  #open(): void {
    for (const category of freshCategories) this.categories.seed(String(category.id), category);
    for (const attribute of freshAttributes()) this.attributes.set(attribute.code, attribute);
    this.sets.set(String(defaultSet.id), defaultSet);
  }
}
