import type { product as english } from '../../en/pages/product.ts';
import { counted } from '../figures.ts';

export const product: typeof english = {
  sku: 'SKU van een product of variant, zoals die geschreven is, of het id in de bron',
  record: (key) => `Product ${key}`,
  inTarget: (system) => `In ${system}`,
  notThere: 'nog niets',
  skuThere: (system) => `SKU in ${system}`,
  lastRight: 'Laatst geschreven of in orde bevonden',
  variants: (count) => counted(count, 'variant', 'varianten'),
  gone: (system) => `${system} heeft het niet meer.`,
  tries: 'Wat er gebeurd is',
};
