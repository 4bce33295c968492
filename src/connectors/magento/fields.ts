/** What only Magento's fields have. */
import { amountOf } from '../wire/fields.ts';

/** Amounts may show float noise beyond the four decimals that the database keeps (sheet 3, 7.4). */
export const amount = amountOf(4);

/** What newer versions keep of a price of the catalogue (sheet 10.3). */
export const cataloguePrice = amountOf(6);
