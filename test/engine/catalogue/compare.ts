import { expect } from 'vitest';
import type { Catalogue } from '../../../sandbox/kit/catalogue/catalogue.ts';
import { expectedOf, type Way } from './expected.ts';
import { type HeldCatalogue, inOrder } from './held.ts';
import { newPictures } from './merchant-day.ts';
import { PictureNames } from './picture-names.ts';

export interface Readable {
  holds(names: PictureNames): Promise<HeldCatalogue>;
}

/** The target holds the catalogue, every product once and field by field, and nothing else. */
export async function expectToHold(target: Readable, catalogue: Catalogue, way: Way): Promise<void> {
  const held = inOrder(await target.holds(new PictureNames(newPictures)));
  const expected = inOrder(expectedOf(catalogue, way));
  expect(held.categories).toEqual(expected.categories);
  expect(held.products.map(({ sku }) => sku)).toEqual(expected.products.map(({ sku }) => sku));
  expect(held.products).toEqual(expected.products);
}
