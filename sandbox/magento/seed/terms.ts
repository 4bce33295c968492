/** Shipping methods and merchant's actions that most sales of the seed share. */
export const post = { method: 'flatrate_flatrate', description: 'PostNL - Standaard', price: '4.95' };
export const free = {
  method: 'freeshipping_freeshipping',
  description: 'Gratis verzending - Gratis',
  price: '0',
};
export const paid = { invoice: true } as const;
export const shipped = { ship: true } as const;
