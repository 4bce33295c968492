/** The tree of the shop of tea: names that stand twice under different parents, odd characters, one that is hidden. */
import type { CatalogueCategory } from './catalogue.ts';
import { escaped } from './product.ts';

export const categories: readonly CatalogueCategory[] = [
  category('los', null, 'Losse thee'),
  category('zwart', 'los', 'Zwarte thee'),
  category('zwart-india', 'zwart', 'India'),
  category('zwart-ceylon', 'zwart', 'Ceylon'),
  category('groen', 'los', 'Groene thee'),
  category('groen-japan', 'groen', 'Japan – 日本'),
  category('kruiden', 'los', 'Kruiden & rooibos'),
  category('oolong', 'los', 'Oolong'),
  category('servies', null, 'Servies'),
  category('mokken', 'servies', 'Mokken'),
  category('potten', 'servies', 'Theepotten'),
  category('potten-ijzer', 'potten', 'Gietijzer'),
  category('potten-porselein', 'potten', 'Porselein'),
  category('keuken', null, 'Keuken'),
  category('keuken-thee', 'keuken', 'Thee'),
  category('keuken-gerei', 'keuken', 'Gerei / toebehoren'),
  category('cadeaus', null, 'Cadeaus'),
  category('cadeaus-thee', 'cadeaus', 'Thee'),
  category('cadeaus-bonnen', 'cadeaus', 'Bonnen'),
  category('lekkers', null, 'Zoet & hartig'),
  category('boeken', null, 'Boeken'),
  category('kleding', null, 'Kleding'),
  category('kleding-truien', 'kleding', 'Truien'),
  category('wonen', null, 'Wonen'),
  category('oud', null, 'Uitverkoop 2024', false),
];

function category(key: string, parent: string | null, name: string, active = true): CatalogueCategory {
  return { key, parent, name, active, description: `<p>${escaped(name)}</p>` };
}
