/** The Turkish catalogue. */

import type { Texts } from './en.ts';
import { advice } from './tr/advice.ts';
import { alerts } from './tr/alerts.ts';
import { amounts } from './tr/amounts.ts';
import { calls } from './tr/calls.ts';
import { catalogueCalls } from './tr/catalogue-calls.ts';
import { categories } from './tr/categories.ts';
import { connections } from './tr/connections.ts';
import { corrections } from './tr/corrections.ts';
import { credentials } from './tr/credentials.ts';
import { customers, partName } from './tr/customers.ts';
import { figures } from './tr/figures.ts';
import { issues } from './tr/issues.ts';
import { mapping } from './tr/mapping.ts';
import { notes } from './tr/notes.ts';
import { optionWords } from './tr/option-words.ts';
import { orders } from './tr/orders.ts';
import { pages } from './tr/pages.ts';
import { productReasons, products } from './tr/products.ts';
import { reasons } from './tr/reasons.ts';
import { requests } from './tr/requests.ts';
import { setUp } from './tr/set-up.ts';
import { settingValues } from './tr/setting-values.ts';
import { settings } from './tr/settings.ts';
import { stock, stockNotes, stockReasons } from './tr/stock.ts';
import { work } from './tr/work.ts';

export const tr = {
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
    message: `${message} ${times} kez denendi.`,
    action: 'Kayda iki sistemde de bakın; sonra yeniden deneyin.',
  }),
  inCircle: ({ message }, keys) => ({
    message: `${message} Başka bir kaydı bekliyor, o da sonunda bunu bekliyor: ${[...keys, ...keys.slice(0, 1)].join(', ')}.`,
    action:
      'Birine iki sistemden birinde şimdilik başka bir değer verip onu yeniden deneyin: Ötekiler kendiliğinden izler.',
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
