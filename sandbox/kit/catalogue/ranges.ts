/** The plain rest of the assortment: the same kind of thing many times, as in any shop. */
import type { CatalogueProduct } from './catalogue.ts';
import { eanOf, picturesOf, product, variantsOf } from './product.ts';

const packs = { name: 'Verpakking', values: ['50 g', '100 g', '1 kg'] };
const colours = { name: 'Kleur', values: ['Blauw', 'Gebroken wit', 'Mosgroen', 'Terra'] };
const sizes = { name: 'Maat', values: ['S', 'M', 'L'] };

interface Range {
  readonly sku: string;
  readonly names: readonly string[];
  /** Of each name: its varieties. */
  readonly kinds: readonly string[];
  readonly category: string;
  readonly cents: number;
  readonly vat: CatalogueProduct['vat'];
  readonly brand: string;
  readonly options: CatalogueProduct['options'];
  readonly weightKg: string;
}

const ranges: readonly Range[] = [
  range(
    'ZT',
    ['Assam', 'Darjeeling', 'Nilgiri', 'Earl Grey', 'Kandy', 'Uva'],
    ['broken', 'second flush', 'biologisch', 'melange'],
    'zwart',
    545,
    'reduced',
    'Koopmans Thee',
    [packs],
    '0.11',
  ),
  range(
    'GT',
    ['Gunpowder', 'Bancha', 'Gyokuro', 'Jasmijn', 'Chun Mee'],
    ['klassiek', 'biologisch', 'citroen'],
    'groen',
    695,
    'reduced',
    'Koopmans Thee',
    [packs],
    '0.11',
  ),
  range(
    'OO',
    ['Tie Guan Yin', 'Milky Oolong', 'Da Hong Pao'],
    ['licht', 'geroosterd', 'gerijpt'],
    'oolong',
    1195,
    'reduced',
    'Berg & Blad',
    [],
    '0.1',
  ),
  range(
    'KR',
    ['Munt', 'Kamille', 'Gember', 'Lindebloesem', 'Brandnetel'],
    ['puur', 'met honing', 'met sinaasappel'],
    'kruiden',
    395,
    'reduced',
    'Berg & Blad',
    [],
    '0.08',
  ),
  range(
    'MK',
    ['Mok Zwolle', 'Mok Hasselt', 'Mok Ommen', 'Mok Kampen'],
    ['laag', 'hoog', 'met oor'],
    'mokken',
    1295,
    'standard',
    'Studio IJssel',
    [colours],
    '0.34',
  ),
  range(
    'PP',
    ['Theepot Nova', 'Theepot Delta', 'Theepot Vecht'],
    ['0,5 l', '0,9 l', '1,4 l'],
    'potten-porselein',
    3995,
    'standard',
    'Studio IJssel',
    [colours],
    '0.95',
  ),
  range(
    'GR',
    ['Maatlepel', 'Theetang', 'Filterzakjes', 'Thermometer', 'Zandloper', 'Kwastje'],
    ['staal', 'bamboe', 'koper'],
    'keuken-gerei',
    625,
    'standard',
    'Handwerk',
    [],
    '0.07',
  ),
  range(
    'CP',
    ['Cadeaudoos', 'Proefset', 'Theekalender'],
    ['klein', 'middel', 'groot', 'luxe'],
    'cadeaus-thee',
    2250,
    'reduced',
    'De Theemeester',
    [],
    '0.8',
  ),
  range(
    'LK',
    ['Koekjes', 'Bonbons', 'Noten', 'Drop'],
    ['zakje', 'blik', 'doos'],
    'lekkers',
    475,
    'reduced',
    'Bakkerij Bos',
    [],
    '0.25',
  ),
  range(
    'BK',
    ['Thee in Japan', 'Thee in China', 'Koken met thee'],
    ['paperback', 'gebonden'],
    'boeken',
    1995,
    'reduced',
    'Uitgeverij Kade',
    [],
    '0.6',
  ),
  range(
    'KL',
    ['Trui Anna', 'Vest Jan', 'Schort Mees'],
    ['katoen', 'wol'],
    'kleding',
    5495,
    'standard',
    'Atelier Noord',
    [sizes, colours],
    '0.5',
  ),
  range(
    'WN',
    ['Dienblad', 'Kaars', 'Kleed', 'Vaas', 'Windlicht'],
    ['rond', 'vierkant', 'ovaal'],
    'wonen',
    2495,
    'standard',
    'Atelier Noord',
    [],
    '0.7',
  ),
];

export const plainProducts: readonly CatalogueProduct[] = ranges.flatMap(productsOf);

function productsOf(range: Range, rank: number): CatalogueProduct[] {
  const { sku: prefix, names, kinds, category, cents, vat, brand, options, weightKg } = range;
  return names.flatMap((name, row) =>
    kinds.map((kind, column) => {
      const number = row * kinds.length + column;
      const sku = `${prefix}-${String(number + 1).padStart(3, '0')}`;
      const key = sku.toLowerCase();
      const price = ((cents + number * 35) / 100).toFixed(2);
      return product(key, sku, `${name} ${kind}`, price, [category], {
        vat,
        brand,
        weightKg,
        options,
        variants:
          options.length === 0 ? [] : variantsOf(sku, options, (index) => (number * 7 + index * 5) % 60),
        gtin: eanOf(rank * 1000 + number),
        attributes: [
          { name: 'Herkomst', values: [['Nederland', 'India', 'Japan', 'China'][number % 4] ?? ''] },
        ],
        pictures: picturesOf(key, name, 1 + (number % 2)),
        pieces: (number * 11) % 80,
        ...(number % 9 === 4 ? { listPrice: ((cents + number * 35 + 400) / 100).toFixed(2) } : {}),
      });
    }),
  );
}

function range(
  sku: string,
  names: readonly string[],
  kinds: readonly string[],
  category: string,
  cents: number,
  vat: Range['vat'],
  brand: string,
  options: Range['options'],
  weightKg: string,
): Range {
  return { sku, names, kinds, category, cents, vat, brand, options, weightKg };
}
