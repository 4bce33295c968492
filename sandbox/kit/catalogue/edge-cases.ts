/** Products of which connectors trip: each is here for the reason that stands above it. */
import type { CatalogueProduct } from './catalogue.ts';
import { eanOf, escaped, picturesOf, product, variantsOf } from './product.ts';

const size = { name: 'Maat', values: ['S', 'M', 'L', 'XL'] };
const colour = { name: 'Kleur', values: ['Blauw', 'Rood'] };
const veryLong = Array.from(
  { length: 400 },
  (_, index) =>
    `<p>Alinea ${index + 1}: <strong>thee</strong> uit de hooglanden, geplukt in de ochtend &amp; gedroogd.</p>`,
).join('\n');

export const edgeCases: readonly CatalogueProduct[] = [
  // SKUs that a system may take for equal.
  product('nul-17', '0017', 'Lepel nr. 0017', '2.95', ['keuken-gerei']),
  product('17', '17', 'Lepel nr. 17', '3.95', ['keuken-gerei']),
  product('ab-1-hoofdletters', 'AB-1', 'Bordje AB', '7.50', ['servies']),
  product('ab-1-klein', 'ab-1', 'Bordje ab klein', '6.50', ['servies']),
  product('ab-1-spatie', 'AB-1 ', 'Bordje AB met spatie', '7.75', ['servies']),
  product('ab-1-zonder-streep', 'AB 1', 'Bordje AB zonder streepje', '7.25', ['servies']),
  // Two products under one SKU.
  product('dubbel-een', 'DUBBEL-1', 'Onderzetter kurk', '4.50', ['keuken-gerei']),
  product('dubbel-twee', 'DUBBEL-1', 'Onderzetter vilt', '5.50', ['keuken-gerei']),
  product('dubbel-variant', 'DV', 'Servet', '3.00', ['keuken-gerei'], {
    options: [colour],
    variants: variantsOf(
      'DV',
      [colour],
      () => 5,
      (index) => (index === 0 ? { sku: 'DUBBEL-2' } : {}),
    ),
  }),
  product('dubbel-van-variant', 'DUBBEL-2', 'Servetring', '3.50', ['keuken-gerei']),
  // No SKU.
  product('zonder-sku', null, 'Theelicht los', '0.45', ['wonen']),
  product('zonder-sku-ook', null, 'Proefzakje', '0.00', ['los'], { pieces: 'unlimited', vat: 'reduced' }),
  product('variant-zonder-sku', 'LINT', 'Lint per meter', '1.20', ['cadeaus'], {
    options: [colour],
    variants: variantsOf(
      'LINT',
      [colour],
      () => 80,
      (index) => (index === 1 ? { sku: null } : {}),
    ),
  }),
  // Equal names: four variants of one product, and another product.
  product('trui-bas', 'TB', 'Trui Bas', '59.95', ['kleding-truien'], {
    options: [size],
    variants: variantsOf('TB', [size], (index) => index * 3),
    pictures: picturesOf('trui-bas', 'Trui Bas', 3),
  }),
  product('trui-bas-2', 'TB-2', 'Trui Bas', '64.95', ['kleding-truien']),
  // Odd characters.
  product(
    'tekens',
    'ÆØ/«1»#%&+?',
    'Théière “L’été” – 3/4 ℓ & 北京 <limited> 🍵',
    '44.10',
    ['potten-porselein'],
    {
      brand: 'Ünïcode & Zonen',
      attributes: [{ name: 'Herkomst "streek"', values: ['Côte d’Azur; Provence'] }],
    },
  ),
  product('kommas', 'K,1;2|3', 'Zakje, "los", 1;2', '2.10', ['los'], { vat: 'reduced' }),
  // Very long.
  product('lang', 'LANG-1', `Theedoos ${'met vakjes '.repeat(18)}`.trim(), '89.00', ['keuken-thee'], {
    description: veryLong,
    shortDescription: 'Een doos met vakjes. '.repeat(20).trim(),
    pictures: picturesOf('lang', 'Theedoos', 12),
  }),
  product('lang-sku', `SKU-${'X'.repeat(60)}`, 'Artikel met lang nummer', '12.00', ['keuken-gerei']),
  // Not counted, nothing left, oversold.
  product('op-bestelling', 'OB-1', 'Theetafel op bestelling', '349.00', ['wonen'], { pieces: 'unlimited' }),
  product('uitverkocht', 'UIT-1', 'Jubileummok 2024', '14.95', ['mokken'], { pieces: 0 }),
  product('oververkocht', 'UIT-2', 'Adventsthee', '19.95', ['cadeaus-thee'], { pieces: -2, vat: 'reduced' }),
  // On sale; a price that net catalogues cannot hold in two decimals; list prices of variants' own.
  product('actie', 'ACTIE-1', 'Theemuts gewatteerd', '29.95', ['keuken', 'cadeaus'], { listPrice: '40.00' }),
  product('actie-laag', 'ACTIE-2', 'Honinglepel olijfhout', '14.95', ['keuken-gerei'], {
    listPrice: '14.95',
  }),
  product('afronding', 'AFR-1', 'Theeglas dubbelwandig', '29.99', ['servies']),
  product('prijs-per-variant', 'PPV', 'Matcha in blik', '18.50', ['groen-japan'], {
    vat: 'reduced',
    options: [{ name: 'Inhoud', values: ['30 g', '100 g', '250 g'] }],
    variants: variantsOf(
      'PPV',
      [{ name: 'Inhoud', values: ['30 g', '100 g', '250 g'] }],
      () => 12,
      (index) => ({
        price: ['18.50', '49.00', '109.95'][index] ?? '18.50',
        weightKg: ['0.05', '0.13', '0.3'][index] ?? '0.05',
        gtin: eanOf(700_000 + index),
      }),
    ),
  }),
  // Inactive: as a whole, and one variant.
  product('verborgen', 'VERB-1', 'Kerstmok 2023', '9.95', ['oud'], { active: false }),
  product('verborgen-variant', 'VV', 'Schort linnen', '39.00', ['kleding'], {
    options: [colour],
    variants: variantsOf(
      'VV',
      [colour],
      () => 6,
      (index) => ({ active: index === 0 }),
    ),
  }),
  // Two options; not every combination exists.
  product('onvolledig', 'ONV', 'Sokken theeprint', '8.95', ['kleding'], {
    options: [size, colour],
    variants: variantsOf('ONV', [size, colour], (index) => index + 1).filter((_, index) => index % 3 !== 2),
  }),
  // In several categories, in one that is hidden, in none; without a picture.
  product(
    'overal',
    'OVERAL',
    'Theepakket proeverij',
    '34.50',
    ['cadeaus-thee', 'keuken-thee', 'los', 'oud'],
    {
      vat: 'reduced',
      pictures: picturesOf('overal', 'Theepakket', 5),
    },
  ),
  product('nergens', 'NERGENS', 'Toonbankartikel', '1.00', [], { pictures: [] }),
  product('geen-foto', 'GF-1', 'Reservedeksel', '4.95', ['potten'], { pictures: [], weightKg: '0.008' }),
  // Attributes of several values, a barcode with leading zeros, markup in the text.
  product('kenmerken', 'KENM', 'Darjeeling first flush', '16.80', ['zwart-india'], {
    vat: 'reduced',
    gtin: '0012345678905',
    brand: 'Plantage Margaret’s Hope',
    attributes: [
      { name: 'Herkomst', values: ['India'] },
      { name: 'Smaak', values: ['bloemig', 'muskaat', 'droog'] },
      { name: 'Levertijd', values: ['1-2 werkdagen'] },
    ],
  }),
  product('opmaak', 'OPM-1', 'Theeboekje', '6.00', ['boeken'], {
    vat: 'reduced',
    description: `<h2>${escaped('Zetten & schenken')}</h2><ul><li>80&nbsp;&deg;C</li><li>3 min.</li></ul><p style="color:#333">Zie <a href="https://example.com/?a=1&amp;b=2">hier</a>.</p>`,
  }),
];
