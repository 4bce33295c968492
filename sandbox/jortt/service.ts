import type { World } from '../kit/stand-in.ts';
import type { Books } from './books.ts';
import type { Sending } from './invoices/sending.ts';
import type { JorttSettings } from './settings.ts';

/** What the routes work with. */
export interface Service {
  readonly world: World;
  readonly books: Books;
  readonly sending: Sending;
  readonly settings: () => JorttSettings;
}
