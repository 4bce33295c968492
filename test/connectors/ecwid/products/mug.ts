import type { Account } from '../../../../src/connectors/contract/account.ts';
import { account } from '../fake-api.ts';

/** A store with gross prices in kilograms that has two taxes. */
export const store: Account = {
  ...account,
  traits: {
    country: 'NL',
    pricesIncludeTax: 'true',
    weightUnit: 'KILOGRAM',
    taxes: JSON.stringify([
      { id: '9100', name: 'BTW 21%', rate: '21' },
      { id: '9101', name: 'BTW 9%', rate: '9' },
    ]),
  },
};

const image = (id: string, file: string, isMain = false) => ({
  id,
  isMain,
  orderBy: isMain ? 0 : Number(id),
  imageOriginalUrl: `https://cdn.example.com/${file}`,
  alt: { main: `A ${file}`, translated: { de: 'Bild' } },
});

export const blue = {
  id: 900201,
  combinationNumber: 1,
  options: [{ name: 'Colour', value: 'Blue' }],
  sku: 'MUG-BLU',
  quantity: 34,
  unlimited: false,
  attributes: [{ id: 61001, name: 'UPC', type: 'UPC', value: '0400638133394' }],
};
export const red = {
  id: 900202,
  combinationNumber: 2,
  options: [{ name: 'Colour', value: 'Red' }],
  sku: 'MUG-RED',
  quantity: 26,
  unlimited: false,
  price: 12.9,
  attributes: [],
};

/** A product as Ecwid gives it. */
export const mug = {
  id: 500100,
  sku: 'MUG',
  name: 'Enamel mug',
  price: 11.9,
  compareToPrice: 14.9,
  unlimited: false,
  quantity: 60,
  enabled: true,
  description: '<p>350 ml</p>',
  subtitle: '',
  weight: 0.35,
  updateTimestamp: 1752581200,
  productClassId: 0,
  tax: {
    taxable: true,
    enabledManualTaxes: [9100],
    taxClassCode: 'default',
    defaultLocationIncludedTaxRate: 21,
  },
  options: [
    {
      type: 'SELECT',
      name: 'Colour',
      required: true,
      choices: [
        { text: 'Blue', priceModifier: 0, priceModifierType: 'ABSOLUTE' },
        { text: 'Red', priceModifier: 1, priceModifierType: 'ABSOLUTE' },
      ],
    },
    { type: 'TEXTFIELD', name: 'Engraving', required: false, choices: [] },
  ],
  combinations: [blue, red],
  categoryIds: [8800, 8801],
  attributes: [
    { id: 61001, name: 'UPC', type: 'UPC', value: '4006381333931', show: 'DESCR' },
    {
      ...{ id: 61002, name: 'Brand', type: 'BRAND', value: 'Nordwind', show: 'DESCR' },
      valueTranslated: { en: 'Nordwind', de: 'Nordwind GmbH' },
    },
    { id: 61003, name: 'Origin', type: 'CUSTOM', value: 'Poland', show: 'DESCR' },
  ],
  media: { images: [image('88', 'side.jpg'), image('0', 'front.jpg', true)], videos: [] },
  isGiftCard: false,
};
