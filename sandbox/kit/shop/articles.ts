/** What the shops of the sandbox sell: tea and accessories. */
import { articlesFrom } from './assortment.ts';

const colours = { name: 'Kleur', values: ['Blauw', 'Gebroken wit', 'Mosgroen'] };
const sizes = { name: 'Inhoud', values: ['0,35 l', '0,75 l', '1,2 l'] };
const article = articlesFrom(500_100);

export const mug = article(1, 'MOK-EM', 'Emaille mok', '11.95', 'standard', 0.35, {
  options: [colours],
});
export const teapot = article(2, 'POT-GI', 'Gietijzeren theepot', '64.50', 'standard', 1.9, {
  options: [sizes, colours],
});
export const strainer = article(3, 'ZEEF', 'Theezeefje met druppelvanger', '8.25', 'standard', 0.06);
export const candle = article(4, 'KAARS-BW', 'Bijenwaskaars, handgerold', '6.99', 'standard', 0.2);
export const scales = article(5, 'WEEG', 'Précisieweegschaal 0,1 g', '34.99', 'standard', 0.4);
export const tin = article(6, 'BUS-WA', 'Voorraadbus “Wăshi”, luchtdicht', '14.75', 'standard', 0.3);
export const assam = article(11, 'TH-ASS', 'Assam TGFOP, 100 gram', '7.45', 'reduced', 0.12);
export const sencha = article(12, 'TH-SEN', 'Sencha Yabukita, 100 gram', '12.80', 'reduced', 0.12);
export const rooibos = article(13, 'TH-ROO', 'Rooibos naturel, los', '3.89', 'reduced', 0.11);
export const honey = article(14, 'HON-LI', 'Lindehoning uit de Achterhoek', '9.35', 'reduced', 0.6);
export const stroopwafels = article(15, 'STROOP', 'Stroopwafels, blik van tien', '5.49', 'reduced', 0.45);
export const book = article(
  16,
  'BOEK-TH',
  'Thee: een reis langs de tuinen van Darjeeling tot Uji',
  '27.50',
  'reduced',
  0.9,
);
export const giftCard = article(31, 'GIFT-25', 'Cadeaubon 25 euro', '25.00', 'none', 0);

export const taxedArticles = [
  mug,
  teapot,
  strainer,
  candle,
  scales,
  tin,
  assam,
  sencha,
  rooibos,
  honey,
  stroopwafels,
  book,
] as const;

export const productIds: ReadonlySet<number> = new Set(
  [...taxedArticles, giftCard].map(({ productId }) => productId),
);
