import { PictureFiles } from '../kit/catalogue/picture-files.ts';
import type { JsonObject } from '../kit/json.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import type { StoredCategory } from './categories/category.ts';
import { generalClass, type ProductClass } from './classes/product-class.ts';
import type { HeldStock } from './products/order-stock.ts';
import { externalIdsOf, type StoredProduct, skusOf } from './products/product.ts';
import { categoryNotFound, classNotFound, productNotFound } from './refusal.ts';
import type { EcwidSettings } from './settings.ts';
import { dateText } from './timestamps.ts';
import type { Happenings } from './webhooks/happenings.ts';

const firstIds = {
  /** Above those of the articles that the sandbox sells. */
  productId: 500_999,
  combinationId: 900_200,
  categoryId: 8799,
  classId: 60,
  attributeId: 61_002,
  pictureId: 88_112_232,
};

/** Products, categories and product types. Entities are replaced; each change tells the listeners. */
export class Assortment extends Store {
  readonly products = this.collection<StoredProduct>('products');
  readonly categories = this.collection<StoredCategory>('categories');
  readonly deletedProducts = this.cell<readonly JsonObject[]>('deletedProducts', []);
  readonly categoriesUpdatedAt = this.cell('categoriesUpdatedAt', 0);
  /** What was sent as bytes or fetched from elsewhere, by the name of the file. */
  readonly uploads = this.keep('uploads', new PictureFiles());
  /** The pieces that orders took, by order id. */
  readonly held = this.records<HeldStock>('held');
  readonly ids = this.counters<keyof typeof firstIds>('ids', firstIds);
  readonly #classes = this.records<ProductClass>('classes');
  readonly #byExternalId = this.products.findByAny(externalIdsOf);
  readonly #bySku = this.products.findByAny(skusOf);
  readonly #happenings: Happenings;
  readonly settings: () => EcwidSettings;

  constructor(world: World, happenings: Happenings, settings: () => EcwidSettings) {
    super(world, () => settings().searchLagMs);
    this.#happenings = happenings;
    this.settings = settings;
  }

  product(key: string): StoredProduct {
    const product = this.products.get(key);
    if (product === undefined) throw productNotFound(key);
    return product;
  }

  withExternalId(id: string): readonly StoredProduct[] {
    return this.#byExternalId(id);
  }

  /** Those that have the SKU, or a variation that has it, the oldest first. */
  withSku(sku: string): StoredProduct[] {
    return this.#bySku(sku).sort((one, other) => one.id - other.id);
  }

  /** The same as the lists see it. */
  listedWithSku(sku: string): StoredProduct[] {
    if (!this.products.isBehind()) return this.withSku(sku);
    return this.products.indexed().filter((each) => skusOf(each).includes(sku));
  }

  addProduct(product: StoredProduct): void {
    this.products.put(String(product.id), product);
    this.#happenings.of('product', 'created', product.id);
  }

  /** Writes the changes over the product. With `isQuiet` the time of its change stays as it was. */
  changeProduct(product: StoredProduct, changes: Partial<StoredProduct>, isQuiet = false): StoredProduct {
    const updatedAt = isQuiet ? product.updatedAt : this.world.now();
    const changed = { ...product, ...changes, updatedAt };
    this.products.put(String(product.id), changed);
    this.#happenings.of('product', 'updated', product.id);
    return changed;
  }

  deleteProduct({ id }: StoredProduct): void {
    this.products.delete(String(id));
    this.deletedProducts.value = [...this.deletedProducts.value, { id, date: dateText(this.world.now()) }];
    this.#happenings.of('product', 'deleted', id);
  }

  category(key: string): StoredCategory {
    const category = this.categories.get(key);
    if (category === undefined) throw categoryNotFound(key);
    return category;
  }

  addCategory(category: StoredCategory): void {
    this.#saveCategory(category);
    this.#happenings.of('category', 'created', category.id);
  }

  changeCategory(category: StoredCategory, changes: Partial<StoredCategory>): void {
    this.#saveCategory({ ...category, ...changes, updatedAt: this.world.now() });
    this.#happenings.of('category', 'updated', category.id);
  }

  /** Its products stay in the shop, without it. */
  deleteCategory({ id }: StoredCategory): void {
    this.categories.delete(String(id));
    this.categoriesUpdatedAt.value = this.world.now();
    this.#happenings.of('category', 'deleted', id);
  }

  productClass(key: string): ProductClass {
    const found = this.#classes.get(key) ?? (key === '0' ? generalClass : undefined);
    if (found === undefined) throw classNotFound(key);
    return found;
  }

  classes(): ProductClass[] {
    return [this.productClass('0'), ...this.#classes.all().filter(({ id }) => id !== 0)];
  }

  saveClass(productClass: ProductClass, what: 'created' | 'updated' | 'as always'): void {
    this.#classes.set(String(productClass.id), productClass);
    if (what !== 'as always') this.#happenings.of('product_class', what, productClass.id);
  }

  deleteClass({ id }: ProductClass): void {
    this.#classes.delete(String(id));
    this.#happenings.of('product_class', 'deleted', id);
  }

  #saveCategory(category: StoredCategory): void {
    this.categories.put(String(category.id), category);
    this.categoriesUpdatedAt.value = this.world.now();
  }
}
