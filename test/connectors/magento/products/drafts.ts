import type {
  PictureDraft,
  ProductChanges,
  ProductDraft,
} from '../../../../src/connectors/contract/products.ts';

export const draft: ProductDraft = {
  sku: 'TB-1',
  name: 'Trui Bas',
  kind: 'simple',
  options: [],
  variants: [],
  attributes: [],
  categories: [],
  pictures: [],
  values: {},
  createValues: false,
};

export const changes: ProductChanges = {
  fields: {},
  values: {},
  attributes: [],
  variants: { add: [], change: new Map(), retire: [] },
  options: [],
  categories: { add: [], remove: [] },
  pictures: { add: [], replace: new Map(), remove: [] },
  createValues: false,
};

export function picture(name: string, position: number, type = 'image/png'): PictureDraft {
  return {
    url: `https://shop.example.com/${name}.png`,
    position,
    version: `version of ${name}`,
    fileName: `${name}.png`,
    content: { bytes: new TextEncoder().encode(name), type },
  };
}
