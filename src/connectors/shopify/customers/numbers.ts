/** Shopify has no field for a customer's numbers: they stand in metafields that merchants can see and fill in (sheet 6). */
const namespace = 'custom';
const type = 'single_line_text_field';

export const vatField = { namespace, key: 'vat_number', type } as const;
export const cocField = { namespace, key: 'coc_number', type } as const;
