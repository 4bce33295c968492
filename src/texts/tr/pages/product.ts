import type { product as english } from '../../en/pages/product.ts';
import { number } from '../figures.ts';

export const product: typeof english = {
  sku: "Ürünün veya varyantın yazıldığı gibi SKU'su ya da kaynaktaki kimliği",
  record: (key) => `Ürün ${key}`,
  inTarget: (system) => `${system} içinde`,
  notThere: 'henüz yok',
  skuThere: (system) => `${system} içindeki SKU`,
  lastRight: 'Son yazıldığı veya doğru bulunduğu an',
  variants: (count) => `${number(count)} varyant`,
  gone: (system) => `Artık ${system} içinde yok.`,
  tries: 'Neler oldu',
};
