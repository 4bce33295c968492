import type { Account } from '../../contract/account.ts';
import type { PictureDraft, ProductDraft, ProductFields } from '../../contract/products.ts';
import type { JsonObject } from '../../contract/target.ts';
import { asObject, stated } from '../../wire/objects.ts';
import { orgOf, requireFilled } from '../org.ts';
import { booksOf, entryToWire } from './wire.ts';

/** Longer addresses are refused (sheet 5.5). */
const maxAddress = 1_000;

/** What stands at the product itself. What is not said of whether it is sold is that it is: else it would not be (sheet 5.5). */
export function fieldsToWire(
  { sku, name, active, description }: ProductFields,
  account: Account,
): JsonObject {
  const { skuField } = orgOf(account);
  return stated({
    [skuField]: sku,
    Name: name,
    IsActive: active,
    Description: description,
  });
}

/** The org's own fields stand among the others. */
export function valuesToWire({ custom, ...values }: JsonObject): JsonObject {
  return { ...values, ...asObject(custom) };
}

/** What is written of a picture; undefined where it does not fit. */
export function addressOf(picture: Pick<PictureDraft, 'url'> | undefined): string | undefined {
  const address = picture?.url.trim() ?? '';
  return /^https?:/.test(address) && address.length <= maxAddress ? address : undefined;
}

/**
 * The product, and an entry for its price in the standard price book and in that of the connection, which `create` makes in one call. Throws
 * `fields_missing`, and `org_lacks` where a price has no price book.
 */
export function productToWire(draft: ProductDraft, account: Account): JsonObject {
  const { active = true, price, pictures, values } = draft;
  const address = addressOf(pictures[0]);
  const product = {
    ...fieldsToWire({ ...draft, active }, account),
    ...(address === undefined ? {} : { DisplayUrl: address }),
    ...(orgOf(account).currencies === null ? {} : { CurrencyIsoCode: account.currency }),
    ...valuesToWire(values),
  };
  requireFilled('Product', product, account);
  return {
    product,
    entries:
      price === undefined
        ? []
        : booksOf(account).map((book) => entryToWire(book, price, account.currency, account)),
  };
}
