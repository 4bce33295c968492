/** The German catalogue. */
import { advice } from './de/advice.ts';
import { alerts } from './de/alerts.ts';
import { amounts } from './de/amounts.ts';
import { calls } from './de/calls.ts';
import { catalogueCalls } from './de/catalogue-calls.ts';
import { categories } from './de/categories.ts';
import { connections } from './de/connections.ts';
import { corrections } from './de/corrections.ts';
import { credentials } from './de/credentials.ts';
import { customers, partName } from './de/customers.ts';
import { figures } from './de/figures.ts';
import { issues } from './de/issues.ts';
import { mapping } from './de/mapping.ts';
import { notes } from './de/notes.ts';
import { optionWords } from './de/option-words.ts';
import { orders } from './de/orders.ts';
import { pages } from './de/pages.ts';
import { productReasons, products } from './de/products.ts';
import { reasons } from './de/reasons.ts';
import { requests } from './de/requests.ts';
import { setUp } from './de/set-up.ts';
import { settingValues } from './de/setting-values.ts';
import { settings } from './de/settings.ts';
import { stock, stockNotes, stockReasons } from './de/stock.ts';
import { work } from './de/work.ts';
import type { Texts } from './en.ts';

export const de = {
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
    message: `${message} ${times}-mal versucht.`,
    action: 'Sieh dir den Datensatz in beiden Systemen an; versuche es dann erneut.',
  }),
  inCircle: ({ message }, keys) => ({
    message: `${message} Er wartet auf einen anderen Datensatz, und dieser letztlich auf ihn: ${[...keys, ...keys.slice(0, 1)].join(', ')}.`,
    action:
      'Gib einem davon vorläufig etwas anderes, in einem der beiden Systeme, und versuche ihn erneut: Die anderen folgen von selbst.',
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
} satisfies Texts;
