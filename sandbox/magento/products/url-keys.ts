/** URL keys are unique per store view, among the products of its website (sheet 5.2). */

import type { Catalogue } from '../catalogue/catalogue.ts';
import { refusal } from '../refusal.ts';
import { storeViews } from '../stores/stores.ts';
import { type Product, valueIn } from './product.ts';

/** As the shop makes one of a name: `Trui Bas` → `trui-bas`. */
export function urlKeyOf(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

export function takenKey() {
  return refusal(400, 'URL key for specified store already exists.');
}

/** Throws a `Refusal` where a store view shows another product under the same key. */
export function requireFreeKeys(catalogue: Catalogue, product: Product): void {
  for (const view of storeViews) {
    const key = shownKey(catalogue, product, view);
    if (key === '') continue;
    const isTaken = catalogue
      .withUrlKey(key)
      .some((other) => other.id !== product.id && shownKey(catalogue, other, view) === key);
    if (isTaken) throw takenKey();
  }
}

/** Nothing where the view does not show the product. */
function shownKey(
  catalogue: Catalogue,
  { values, websiteIds }: Product,
  view: { id: number; websiteId: number },
): string {
  const isHidden = Number(valueIn(values, 'visibility', view.id) ?? 4) === 1;
  if (!websiteIds.includes(view.websiteId)) return '';
  if (isHidden && !catalogue.settings().hiddenKeysClash) return '';
  return String(valueIn(values, 'url_key', view.id) ?? '');
}
