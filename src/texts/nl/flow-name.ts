const names: Readonly<Record<string, string>> = {
  orders: 'bestellingen',
  customers: 'klanten',
  products: 'producten',
  categories: 'categorieën',
  stock: 'voorraad',
};

/** What a flow carries, as people call it. */
export function flowName(flow: string): string {
  return names[flow] ?? flow;
}
