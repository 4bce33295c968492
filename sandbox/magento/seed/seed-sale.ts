import type { Person } from '../../kit/people/person.ts';
import type { SaleInput } from '../sales/sale.ts';

/** A sale of the seed: its buyer is somebody of the cast. */
export interface SeedSale extends Omit<SaleInput, 'buyer'> {
  readonly buyer: Person;
}
