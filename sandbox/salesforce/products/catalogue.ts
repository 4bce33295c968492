/** Fills the org with a catalogue: a product per variant, prices in the standard book, a tree of categories. */
import type { Catalogue, CatalogueProduct, CatalogueVariant, Pieces } from '../../kit/catalogue/catalogue.ts';
import type { JsonObject } from '../../kit/json.ts';
import { netPrice, rateOf } from '../../kit/shop/vat-kind.ts';
import { wholeSecond } from '../../kit/time/timestamps.ts';
import type { Org } from '../org.ts';
import { objectNamed } from '../people/accounts.ts';
import { completed } from '../records/input.ts';
import type { Row } from '../records/tables.ts';
import { made } from '../records/writing.ts';
import { corporateCurrency, isMultiCurrency } from '../schema/objects/currency.ts';
import { catalogId, standardBookId } from '../seed/founding.ts';

const minuteMs = 60_000;

export function fillWith(org: Org, { categories, products }: Catalogue): void {
  for (const object of ['Product2', 'PricebookEntry', 'ProductCategory', 'ProductCategoryProduct'])
    org.tables.empty(object);
  const now = wholeSecond(org.world.now());
  const ids = new Map<string, string>();
  const hasCategories = org.schema.object('ProductCategory') !== undefined;
  if (hasCategories) {
    org.asStaff(
      () => {
        for (const { key, parent, name, description, active } of categories) {
          const parentId = parent === null ? null : (ids.get(parent) ?? null);
          const siblings = org.tables
            .all('ProductCategory')
            .filter((each) => (each.fields.ParentCategoryId ?? null) === parentId);
          const fields = {
            CatalogId: catalogId,
            ParentCategoryId: parentId,
            Description: description.slice(0, 255) || null,
            SortOrder: siblings.length + 1,
          };
          ids.set(
            key,
            planted(org, 'ProductCategory', { ...fields, Name: name.slice(0, 200), IsNavigational: active })
              .id,
          );
        }
      },
      { at: now - minuteMs, seeded: true },
    );
  }
  for (const [index, product] of products.entries()) {
    // Changed one after the other, the last of them a minute ago.
    const at = now - minuteMs - (products.length - index) * 1000;
    org.asStaff(
      () => {
        const variants: readonly (CatalogueVariant | null)[] =
          product.variants.length === 0 ? [null] : product.variants;
        for (const variant of variants) addProduct(org, product, variant, ids);
      },
      { at, seeded: true },
    );
  }
}

function addProduct(
  org: Org,
  product: CatalogueProduct,
  variant: CatalogueVariant | null,
  ids: ReadonlyMap<string, string>,
): void {
  const { name, sku, description, active, vat, categories, pictures } = product;
  const words = Object.values(variant?.options ?? {});
  const code = (variant === null ? sku : variant.sku)?.trim() || null;
  const [picture] = pictures;
  const row = planted(org, 'Product2', {
    Name: [name, ...(words.length > 0 ? [words.join(' / ')] : [])].join(' ').slice(0, 255),
    ...codesOf(code),
    Description: description.slice(0, 4000),
    IsActive: active && variant?.active !== false,
    DisplayUrl: picture === undefined ? null : pictureAddress(org, picture.fileName),
    Stock__c: stockOf(variant?.pieces ?? product.pieces),
    ParentCode__c: variant === null ? null : sku,
    Options__c: variant === null ? null : optionsText(variant.options),
  });
  const gross = variant?.price ?? product.price;
  const settings = org.settings();
  planted(org, 'PricebookEntry', {
    Pricebook2Id: standardBookId,
    Product2Id: row.id,
    UnitPrice: Number(settings.pricesIncludeTax ? gross : netPrice(gross, rateOf(vat, 'NL'))),
    IsActive: true,
    ...(isMultiCurrency(settings) ? { CurrencyIsoCode: corporateCurrency(settings) } : {}),
  });
  for (const [place, key] of categories.entries()) {
    const category = ids.get(key);
    if (category === undefined) continue;
    planted(org, 'ProductCategoryProduct', {
      ProductCategoryId: category,
      ProductId: row.id,
      IsPrimaryCategory: place === 0,
      Name: org.autoNumber('ProductCategoryProduct', 8),
    });
  }
}

/** A record as if it had passed every check: of what the org has fields for. */
function planted(org: Org, name: string, fields: JsonObject): Row {
  const object = objectNamed(org, name);
  const known = Object.entries(fields).filter(([each]) => org.schema.field(object, each) !== undefined);
  return made(org, object, completed(object, Object.fromEntries(known)));
}

/** The SKU, which people here write into both fields. */
export function codesOf(sku: string | null): JsonObject {
  return { ProductCode: sku, StockKeepingUnit: sku?.slice(0, 180) ?? null };
}

export function stockOf(pieces: Pieces): number | null {
  return pieces === 'unlimited' ? null : pieces;
}

export function optionsText(options: Readonly<Record<string, string>>): string {
  return Object.entries(options)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
}

export function pictureAddress(org: Org, fileName: string): string {
  return `${org.settings().picturesAt ?? 'http://127.0.0.1:8788/salesforce'}/pictures/${fileName}`;
}
