/** Pictures that the merchant adds or replaces. */
import type { NewPicture } from '../../kit/catalogue/merchandise.ts';
import { roles, withoutRoles } from '../pictures/pictures.ts';
import type { Product } from '../products/product.ts';
import { refusal } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import { picturesOf } from './goods.ts';
import { changed } from './product-edits.ts';
import { inOrder } from './views.ts';

/** A picture that takes the place of another takes over its roles. */
export function addPicture(shop: Shop, product: Product, { fileName, alt, replaces }: NewPicture): void {
  const { catalogue } = shop;
  const [picture] = picturesOf(shop, [{ fileName, alt }]);
  if (picture === undefined) return;
  const old = replaces === undefined ? undefined : inOrder(product)[replaces];
  if (replaces !== undefined && old === undefined)
    throw refusal(404, `The product has no picture ${replaces}.`);
  const position = old?.position ?? product.pictures.length + 1;
  const pictures = [...product.pictures.filter(({ id }) => id !== old?.id), { ...picture, position }];
  const held = roles.filter((role) =>
    old === undefined ? product.pictures.length === 0 : product.values[0]?.[role] === old.file,
  );
  const bare = old === undefined ? product : withoutRoles(product, old.file);
  if (old !== undefined && old.file !== picture.file) catalogue.files.delete(old.file);
  const changes = Object.fromEntries(held.map((role) => [role, picture.file]));
  catalogue.save({ ...changed(bare, changes), pictures });
}
