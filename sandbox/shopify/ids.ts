/** Shopify's global ids (sheet 1): `gid://shopify/Order/5512345678901`. The stand-in keeps the digits. */
export function gid(type: string, id: string): string {
  return `gid://shopify/${type}/${id}`;
}

/** The digits of an id of that type; null for an id of another type, or none at all. */
export function idIn(type: string, global: string | null | undefined): string | null {
  return new RegExp(`^gid://shopify/${type}/(\\d+)(?:\\?.*)?$`).exec(global ?? '')?.[1] ?? null;
}

export function typeIn(global: string): string {
  return /^gid:\/\/shopify\/(\w+)\//.exec(global)?.[1] ?? '';
}
