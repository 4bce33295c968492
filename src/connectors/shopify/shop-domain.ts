/** Hosts are fixed but for this name: no other address is ever called with a shop's token. */
export function shopDomain({ shop }: { readonly shop: string }): string {
  return `${shop}.myshopify.com`;
}
