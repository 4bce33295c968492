/** A mug in two colours, of which the blue one costs 1.00 more, on offer; as MijnWebwinkel writes it (sheet 7.1). */
export const mug = {
  id: 3_001,
  uuid: '9f3c0a52-0000-4000-8000-000000003001',
  name: 'Mok',
  description: '<p>Steengoed</p>',
  sku: 'MOK',
  badge_text: '',
  taxable: true,
  price: { default: '11.10', action: '9.95', purchase: '4.00' },
  created_date: '2025-11-02',
  created_time: '10:00:00',
  updated_date: '2026-01-04',
  updated_time: '19:05:45',
  stock: 12,
  delivery_days: 3,
  can_backorder: false,
  meta_title: 'Mok',
  meta_description: '',
  extra: {
    visible: { Materiaal: 'klei' },
    invisible: { weight: '0,40', barcode: '8710000000017', Inkoopcode: 'X' },
  },
  categories: [{ category_id: 501, article_url_id: 88, is_active: true, is_main: true, position: 1 }],
  lists: [
    {
      id: 41,
      name: 'Kleur',
      has_images: false,
      options: [
        { id: 71, name: 'Blauw', price: '1.00' },
        { id: 72, name: 'Wit', price: '0.00' },
      ],
    },
  ],
  variants: [
    { id: 901, options: [{ list_id: 41, option_id: 71, name: 'Blauw' }], stock: 5, can_backorder: false },
    { id: 902, options: { 41: 'Wit' }, stock: '7' },
  ],
  images: [
    { id: 'b', position: '2', original_name: 'b.jpg', urls: { full: 'https://asset.example/full/b' } },
    {
      id: 'a',
      position: 1,
      original_name: 'a.jpg',
      urls: [{ thumb: 'https://asset.example/thumb/a' }, { full: 'https://asset.example/full/a' }],
    },
  ],
};

/** Tea without choices, and without anything that may be empty in PHP's way. */
export const tea = {
  ...mug,
  id: 3_002,
  name: 'Thee',
  sku: '0017',
  price: { default: 5.45, action: null },
  stock: null,
  extra: [],
  lists: [],
  variants: [],
  images: [],
};
