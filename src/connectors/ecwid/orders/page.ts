/**
 * In the shop's own admin, by the id that the API has (Ecwid's documentation of `EcwidApp.openPage` shows such an address). `store`: the
 * number of the shop.
 */
export function orderPage(store: string, id: string): string | null {
  return /^\d+$/.test(store) && /^[\w-]+$/.test(id)
    ? `https://my.ecwid.com/store/${store}#order:id=${id}&return=orders`
    : null;
}
