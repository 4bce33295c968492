import { PictureFiles } from '../kit/catalogue/picture-files.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import { wholeSecond } from '../kit/time/timestamps.ts';
import type { Category } from './categories/category.ts';
import { type Product, withMoved } from './products/product.ts';
import type { Property, PropertyGroup, PropertyOption } from './properties/property.ts';
import { notFound } from './refusal.ts';
import type { CcvSettings } from './settings.ts';
import type { Tell } from './webhooks/happenings.ts';

export interface Attribute {
  readonly id: number;
  readonly name: string;
  /** `attribute_type`, 1 to 6 (sheet 6.8). */
  readonly kind: number;
}

export interface AttributeValue {
  readonly id: number;
  readonly attributeId: number;
  readonly name: string;
  readonly defaultPrice: number;
}

/** Something that has a name and nothing else. */
export interface Named {
  readonly id: number;
  readonly name: string;
}

/** Packages are shipping classes. */
export const firstPackage: Named = { id: 31, name: 'Pakket' };

const firstIds = {
  /** Above those of the articles that the sandbox sells. */
  product: 500_999,
  photo: 3300,
  value: 60,
  combination: 4400,
  link: 31_000,
  category: 70,
  attribute: 4,
  attributeValue: 50,
  named: 40,
  property: 800,
  fact: 900,
};

/** What moves a product besides its own fields. */
type Cause = CcvSettings['movesProducts'][number];

/** Products, attributes and categories. Entities are replaced, never changed in place. */
export class Assortment extends Store {
  readonly products = this.collection<Product>('products');
  readonly attributes = this.records<Attribute>('attributes');
  readonly attributeValues = this.records<AttributeValue>('attributeValues');
  readonly categories = this.records<Category>('categories');
  readonly brands = this.records<Named>('brands');
  readonly suppliers = this.records<Named>('suppliers');
  readonly conditions = this.records<Named>('conditions');
  readonly packages = this.records<Named>('packages');
  readonly propertyGroups = this.records<PropertyGroup>('propertyGroups');
  readonly properties = this.records<Property>('properties');
  readonly propertyOptions = this.records<PropertyOption>('propertyOptions');
  readonly files = this.keep('files', new PictureFiles());
  readonly ids = this.counters<keyof typeof firstIds>('ids', firstIds);
  readonly settings: () => CcvSettings;
  readonly #tell: Tell;
  readonly #byCombination = this.products.findByAny(({ combinations }) => combinations.map(idOf));
  readonly #byPhoto = this.products.findByAny(({ photos }) => photos.map(idOf));
  readonly #byValue = this.products.findByAny(({ values }) => values.map(idOf));
  readonly #byLink = this.products.findByAny(({ links }) => links.map(idOf));
  readonly #byFact = this.products.findByAny(({ facts }) => facts.map(idOf));
  readonly #byNumber = this.products.findByAny(({ fields, combinations }) =>
    [
      fields.productnumber,
      ...combinations.flatMap((each) => [each.fields.sku_number, each.fields.product_number]),
    ]
      .map(String)
      .filter((text) => text !== ''),
  );

  constructor(world: World, settings: () => CcvSettings, tell: Tell) {
    super(world, () => settings().searchLagMs);
    this.settings = settings;
    this.#tell = tell;
    this.#furnish();
  }

  override clear(): void {
    super.clear();
    this.#furnish();
  }

  product(id: string): Product {
    return found(this.products.get(id), 'products');
  }

  withCombination(id: string): Product {
    return found(this.#byCombination(id)[0], 'attributecombinations');
  }

  withPhoto(id: string): Product {
    return found(this.#byPhoto(id)[0], 'productphotos');
  }

  withValue(id: string): Product {
    return found(this.#byValue(id)[0], 'productattributevalues');
  }

  withLink(id: string): Product {
    return found(this.#byLink(id)[0], 'producttocategories');
  }

  withFact(id: string): Product {
    return found(this.#byFact(id)[0], 'productpropertyvalues');
  }

  /** Products that have the number, or a combination that has it. Exactly. */
  withNumber(text: string): Product[] {
    return [...new Set(this.#byNumber(text))];
  }

  attribute(id: string): Attribute {
    return found(this.attributes.get(id), 'attributes');
  }

  attributeValue(id: string): AttributeValue {
    return found(this.attributeValues.get(id), 'attributevalues');
  }

  category(id: string): Category {
    return found(this.categories.get(id), 'categories');
  }

  add(product: Product): Product {
    this.products.put(String(product.id), product);
    this.#tell('products.created', ['products', product.id]);
    return product;
  }

  /** Keeps what somebody changed of a product's own fields, or of what belongs to it. */
  save(product: Product, cause: Cause | 'own' = 'own'): Product {
    const isMoved = cause === 'own' || this.settings().movesProducts.includes(cause);
    const saved = isMoved ? { ...product, modifiedAt: wholeSecond(this.world.now()) } : product;
    this.products.put(String(product.id), saved);
    if (isMoved) this.#tell('products.updated', ['products', product.id]);
    return saved;
  }

  /** Into the bin, which nobody sees. */
  remove({ id }: Product): void {
    this.products.delete(String(id));
    this.#tell('products.deleted', ['products', id]);
  }

  saveCategory(category: Category, event: 'created' | 'updated'): Category {
    this.categories.set(String(category.id), category);
    this.#tell(`categories.${event}`, ['categories', category.id]);
    return category;
  }

  /** With all below it; products leave them (unknown). */
  removeCategory({ id }: Category): void {
    for (const each of this.categories.all()) if (each.parentId === id) this.removeCategory(each);
    for (const product of this.products.all()) {
      const links = product.links.filter(({ categoryId }) => categoryId !== id);
      if (links.length < product.links.length) this.save({ ...product, links }, 'categories');
    }
    this.categories.delete(String(id));
    this.#tell('categories.deleted', ['categories', id]);
  }

  /** Gives pieces back, or with a number below zero takes them. A product that is gone is passed over. */
  move(productId: number, valueIds: readonly number[], pieces: number): void {
    const product = this.products.get(String(productId));
    if (product === undefined || !this.settings().countsStock) return;
    const moved = withMoved(product, valueIds, pieces);
    if (moved !== product) this.save(moved, 'sales');
  }

  packageName(id: number | null): string {
    return this.packages.get(String(id))?.name ?? '';
  }

  /** What every shop has from the start. */
  #furnish(): void {
    this.packages.set(String(firstPackage.id), firstPackage);
    this.packages.set('32', { id: 32, name: 'Brievenbus' });
    this.conditions.set('1', { id: 1, name: 'Nieuw' });
  }
}

function idOf({ id }: { readonly id: number }): string {
  return String(id);
}

function found<Entity>(entity: Entity | undefined, what: string): Entity {
  if (entity === undefined) throw notFound(what);
  return entity;
}
