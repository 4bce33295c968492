import type { Person } from '../people/person.ts';

/** A sale of a seed: as the shop takes it, but bought by somebody of the cast. */
export type SeedSale<SaleInput> = Omit<SaleInput, 'buyer'> & { readonly buyer: Person };
