import type { Picture } from '../../../records/product.ts';
import type { Account } from '../../contract/account.ts';
import type { EntryWire, ProductWire } from './wire.ts';

/** The role of the picture that stands for the product. */
export const mainRole = 'image';
export const roles = [mainRole, 'small_image', 'thumbnail'];

/** What can be carried of a gallery, the main one first. Videos and hidden pictures are left alone. */
export function shownEntries({ media_gallery_entries: entries }: ProductWire): EntryWire[] {
  const shown = (entries ?? []).filter(
    ({ media_type: type = 'image', disabled, file }) =>
      type === 'image' && disabled !== true && file !== undefined,
  );
  const first = (entry: EntryWire) => (entry.types.includes(mainRole) ? 0 : 1);
  return shown.sort((a, b) => first(a) - first(b) || a.position - b.position || Number(a.id) - Number(b.id));
}

/** Undefined where the shop does not tell its gallery, or where its pictures are. */
export function imagesOf(
  wire: ProductWire,
  children: readonly ProductWire[],
  { traits }: Account,
): Picture[] | undefined {
  const { mediaUrl } = traits;
  if (mediaUrl === undefined || !wire.media_gallery_entries) return undefined;
  const entries = [...shownEntries(wire), ...children.flatMap((child) => shownEntries(child).slice(0, 1))];
  return entries.map(({ id, file = '', label }, position) => ({
    url: `${mediaUrl.replace(/\/*$/, '/')}catalog/product/${file.replace(/^\/+/, '')}`,
    alt: label ?? '',
    position,
    version: id,
  }));
}

/** The name that a picture was sent under: the shop files it by letters, and numbers the second one of a name (sheet 10.4). */
export function sentName(file: string): string {
  const name = file.split('/').at(-1) ?? '';
  return name.replace(/_\d+(?=\.[^.]+$)/, '');
}
