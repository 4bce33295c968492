import type { product as english } from '../../en/pages/product.ts';
import { counted } from '../figures.ts';

export const product: typeof english = {
  sku: 'SKU eines Produkts oder einer Variante, wie sie geschrieben wird, oder die ID in der Quelle',
  record: (key) => `Produkt ${key}`,
  inTarget: (system) => `In ${system}`,
  notThere: 'noch nichts',
  skuThere: (system) => `SKU in ${system}`,
  lastRight: 'Zuletzt geschrieben oder in Ordnung befunden',
  variants: (count) => counted(count, 'Variante', 'Varianten'),
  gone: (system) => `${system} hat es nicht mehr.`,
  tries: 'Was geschehen ist',
};
