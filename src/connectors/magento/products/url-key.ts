/** A name as it stands in an address: `trui-bas`. Empty where nothing of it can. */
export function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** Keys are unique in a view, names are not: what may share its name has its SKU behind it. */
export function keyWithSku(name: string, sku: string): string {
  return [slug(name), slug(sku)].filter((part) => part !== '').join('-');
}
