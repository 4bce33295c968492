/**
 * What is stored as a code within a sentence, in words. What is not known is shown as it is. No sentence of this language puts a
 * suffix on a value that it shows: which one fits would depend on how the value is said.
 */

/** One of what a flow carries, as it stands before another noun (`sipariş akışı`); pages name several (`siparişler`). */
const flows: Readonly<Record<string, string>> = {
  orders: 'sipariş',
  customers: 'müşteri',
  products: 'ürün',
  categories: 'kategori',
  stock: 'stok',
};

/** What became of a sale after it was made. */
const happenings: Readonly<Record<string, string>> = {
  paid: 'ödendi',
  shipped: 'kargolandı',
  cancelled: 'iptal edildi',
};

export function flowName(flow: string): string {
  return Object.hasOwn(flows, flow) ? (flows[flow] ?? flow) : flow;
}

export function happened(what: readonly string[]): string {
  return what.map((each) => (Object.hasOwn(happenings, each) ? happenings[each] : each)).join(' ve ');
}
