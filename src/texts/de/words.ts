/** What is stored as a code within a sentence, in words. What is not known is shown as it is. */
const flows: Readonly<Record<string, string>> = {
  orders: 'Bestellungen',
  customers: 'Kunden',
  products: 'Produkte',
  categories: 'Kategorien',
  stock: 'Bestände',
};

/** What became of a sale after it was made. */
const happenings: Readonly<Record<string, string>> = {
  paid: 'bezahlt',
  shipped: 'versandt',
  cancelled: 'storniert',
};

export function flowName(flow: string): string {
  return Object.hasOwn(flows, flow) ? (flows[flow] ?? flow) : flow;
}

export function happened(what: readonly string[]): string {
  return what.map((each) => (Object.hasOwn(happenings, each) ? happenings[each] : each)).join(' und ');
}
