import type { Assortment } from '../assortment.ts';
import { combinationOf } from '../products/combinations.ts';
import type { Picture } from './picture.ts';

/** Where a picture hangs. A gallery takes one more; elsewhere the one before gives way. */
export type Place =
  | { readonly of: 'product'; readonly product: string }
  | { readonly of: 'gallery'; readonly product: string }
  | { readonly of: 'combination'; readonly product: string; readonly combination: string }
  | { readonly of: 'category'; readonly category: string };

/** Throws 404 where the product, variation or category is gone. */
export function placePicture(assortment: Assortment, place: Place, picture: Picture | null): void {
  if (place.of === 'category') {
    assortment.changeCategory(assortment.category(place.category), { picture });
    return;
  }
  const product = assortment.product(place.product);
  if (place.of === 'product') {
    assortment.changeProduct(product, { main: picture });
    return;
  }
  if (place.of === 'gallery') {
    assortment.changeProduct(product, { gallery: picture === null ? [] : [...product.gallery, picture] });
    return;
  }
  const combination = combinationOf(product, place.combination);
  assortment.changeProduct(product, {
    combinations: product.combinations.map((each) => (each === combination ? { ...each, picture } : each)),
  });
}

/** Throws 404 as well. */
export function checkPlace(assortment: Assortment, place: Place): void {
  if (place.of === 'category') assortment.category(place.category);
  else {
    const product = assortment.product(place.product);
    if (place.of === 'combination') combinationOf(product, place.combination);
  }
}
