/** What all pairs with a Magento whose prices are kept without VAT have in common. */
import Big from 'big.js';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { MagentoShop } from './magento-shop.ts';

/** Magento has no two products of one SKU, none without, and none of 64 characters in this catalogue. */
export const skusInMagento = {
  'ab-1-klein': 'ab-1-2',
  'ab-1-spatie': 'AB-1-3',
  'dubbel-twee': 'DUBBEL-1-2',
  'dubbel-van-variant': 'DUBBEL-2-2',
  'zonder-sku': 'zonder-sku',
  'zonder-sku-ook': 'zonder-sku-ook',
  'lang-sku': `SKU-${'X'.repeat(56)}`,
};

export const pricesOfMagento = {
  pricesIncludeVat: { source: false },
  vatRate: { map: { 2: '21', 4: '9', 5: '0' } },
};

export function withoutVat(shown: string, vatRate: number): string {
  return Big(shown).div(Big(vatRate).div(100).plus(1)).toFixed(2);
}

/** The merchant of an empty Magento makes them: nobody else can. */
export async function makeAttributes(sandbox: Sandbox): Promise<void> {
  const shop = new MagentoShop(sandbox);
  for (const label of ['Maat', 'Verpakking', 'Inhoud'])
    await shop.addAttribute(label.toLowerCase(), label, 'select');
  for (const label of ['EAN', 'Herkomst']) await shop.addAttribute(label.toLowerCase(), label, 'text');
}
