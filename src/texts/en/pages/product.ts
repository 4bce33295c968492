import { counted } from '../figures.ts';

/** One product explained. */
export const product = {
  sku: "SKU of a product or a variant, as it is written, or the source's id",
  record: (key: string) => `Product ${key}`,
  inTarget: (system: string) => `In ${system}`,
  notThere: 'nothing yet',
  skuThere: (system: string) => `SKU in ${system}`,
  lastRight: 'Last written or found right',
  variants: (count: number) => counted(count, 'variant', 'variants'),
  gone: (system: string) => `${system} has it no longer.`,
  tries: 'What happened',
};
