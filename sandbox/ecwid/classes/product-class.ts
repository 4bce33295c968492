/** A product type: which attributes its products have (sheet 6.2). */
export interface ProductClass {
  readonly id: number;
  /** The General type, number 0, has none. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
}

export interface Attribute {
  readonly id: number;
  readonly name: string;
  readonly type: string;
  readonly show: string;
}

/** What every store has from the start. */
export const generalClass: ProductClass = {
  id: 0,
  name: '',
  attributes: [
    { id: 61_001, name: 'UPC', type: 'UPC', show: 'DESCR' },
    { id: 61_002, name: 'Brand', type: 'BRAND', show: 'DESCR' },
  ],
};

/** Sheet 4.5. */
export const attributeTypes = [
  ...['CUSTOM', 'UPC', 'BRAND', 'GENDER', 'AGE_GROUP', 'COLOR', 'SIZE', 'TAGS', 'SUPPLIER'],
  ...['PRICE_PER_UNIT', 'UNITS_IN_PRODUCT', 'EBAY', 'EBAY_REQUIRED'],
  ...['EXTERNAL_EAN', 'EXTERNAL_UPC', 'EXTERNAL_ISBN', 'EXTERNAL_ITF', 'EXTERNAL_JAN', 'EXTERNAL_CUSTOM'],
];

export const showings = ['NOTSHOW', 'DESCR', 'PRICE'];
