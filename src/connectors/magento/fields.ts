/** What only Magento's fields have. */
import { amountOf, text } from '../wire/fields.ts';

/** Amounts may show float noise beyond the four decimals that the database keeps (sheet 3, 7.4). */
export const amount = amountOf(4);

/**
 * Stands where Magento insists on a name or telephone number that nobody knows (sheet 7.5, 9.2), and is no value when
 * it is read.
 */
export const placeholder = '-';

export const personal = text.transform((value) => (value === placeholder ? undefined : value));

/** What newer versions keep of a price of the catalogue (sheet 10.3). */
export const cataloguePrice = amountOf(6);
