import type { DocumentLine } from '../../../src/records/document.ts';
import { line, shopOrder } from '../ecwid/documents.ts';

export { anyDocument, line, shopOrder } from '../ecwid/documents.ts';

export const discount: DocumentLine = line({
  kind: 'discount',
  description: 'Korting',
  sku: undefined,
  quantity: '1',
  unitPrice: '-2.42',
});

export const shipping: DocumentLine = line({
  kind: 'shipping',
  description: 'PostNL',
  sku: undefined,
  quantity: '1',
  unitPrice: '6.05',
});

/** Two mugs, 10 % off, with shipping: 27.83, of which 4.83 is VAT. */
export const discounted = shopOrder({
  lines: [line(), discount, shipping],
  vatByRate: [{ rate: '21', vat: '4.83' }],
});
