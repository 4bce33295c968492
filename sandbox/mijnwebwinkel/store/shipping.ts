/** The ways of sending that the shop has. The cost contains tax; the API does not tell it (sheet 7.12). */
export const shippingMethods = [
  { id: '2273', name: 'PostNL pakket', countries: ['NL'], cost: '6.95' },
  { id: '2274', name: 'Pakket naar het buitenland', countries: ['BE', 'DE', 'FR', 'ES'], cost: '13.95' },
] as const;
