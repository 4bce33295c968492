/** Dutch, as a merchant and a bookkeeper say it ("je"); typed by the English catalogue. */
import type { Texts } from './en.ts';
import { advice } from './nl/advice.ts';
import { alerts } from './nl/alerts.ts';
import { amounts } from './nl/amounts.ts';
import { calls } from './nl/calls.ts';
import { catalogueCalls } from './nl/catalogue-calls.ts';
import { categories } from './nl/categories.ts';
import { connections } from './nl/connections.ts';
import { corrections } from './nl/corrections.ts';
import { credentials } from './nl/credentials.ts';
import { customers, partName } from './nl/customers.ts';
import { figures } from './nl/figures.ts';
import { issues } from './nl/issues.ts';
import { mapping } from './nl/mapping.ts';
import { notes } from './nl/notes.ts';
import { optionWords } from './nl/option-words.ts';
import { orders } from './nl/orders.ts';
import { pages } from './nl/pages.ts';
import { productReasons, products } from './nl/products.ts';
import { reasons } from './nl/reasons.ts';
import { requests } from './nl/requests.ts';
import { setUp } from './nl/set-up.ts';
import { settingValues } from './nl/setting-values.ts';
import { settings } from './nl/settings.ts';
import { stock, stockNotes, stockReasons } from './nl/stock.ts';
import { work } from './nl/work.ts';

export const nl: Texts = {
  problems: {
    ...calls,
    ...catalogueCalls,
    ...connections,
    ...orders,
    ...amounts,
    ...customers,
    ...categories,
    ...mapping,
    ...stock,
    ...products,
    ...work,
  },
  gaveUp: ({ message }, times) => ({
    message: `${message} Dat is ${times} keer geprobeerd.`,
    action: 'Bekijk het record in beide systemen; probeer het daarna opnieuw.',
  }),
  inCircle: ({ message }, keys) => ({
    message: `${message} Dit record wacht op een ander, en dat uiteindelijk weer op dit: ${[...keys, ...keys.slice(0, 1)].join(', ')}.`,
    action:
      'Geef een ervan voorlopig iets anders, in een van de twee systemen, en probeer het opnieuw: de andere volgen vanzelf.',
  }),
  reasons: { ...reasons, ...productReasons, ...stockReasons },
  notes: { ...notes, ...stockNotes },
  advice,
  issues,
  corrections,
  credentials,
  alerts,
  settings,
  settingValues,
  optionWords,
  partName,
  figures,
  pages,
  requests,
  setUp,
};
