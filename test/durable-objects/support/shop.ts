import { shopDeeds } from '../../support/shop-deeds.ts';
import { sandbox } from './outside.ts';

export { buyerNumber, sahin } from '../../support/shop-deeds.ts';

export const { sell, sellMany, merchant, newShopToken, inBooks, invoices, invoicesOf, customers } = shopDeeds(
  sandbox.systems,
);
