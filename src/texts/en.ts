/**
 * The English catalogue, and the type that every other language satisfies: a missing key or parameter does not compile.
 * What is stored is a code and its params; a sentence is made when somebody reads it.
 */
import type { ParamsOf, Told } from './catalogue.ts';
import { advice } from './en/advice.ts';
import { alerts } from './en/alerts.ts';
import { amounts } from './en/amounts.ts';
import { calls } from './en/calls.ts';
import { catalogueCalls } from './en/catalogue-calls.ts';
import { categories } from './en/categories.ts';
import { connections } from './en/connections.ts';
import { corrections } from './en/corrections.ts';
import { credentials } from './en/credentials.ts';
import { customers, partName } from './en/customers.ts';
import { figures } from './en/figures.ts';
import { issues } from './en/issues.ts';
import { mapping } from './en/mapping.ts';
import { notes } from './en/notes.ts';
import { optionWords } from './en/option-words.ts';
import { orders } from './en/orders.ts';
import { pages } from './en/pages.ts';
import { productReasons, products } from './en/products.ts';
import { reasons } from './en/reasons.ts';
import { requests } from './en/requests.ts';
import { setUp } from './en/set-up.ts';
import { settingValues } from './en/setting-values.ts';
import { settings } from './en/settings.ts';
import { stock, stockNotes, stockReasons } from './en/stock.ts';
import { work } from './en/work.ts';

export const en = {
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
  /** A problem that would have ended by itself, and did not within a day. */
  gaveUp: ({ message }: Told, times: number): Told => ({
    message: `${message} Tried ${times} times.`,
    action: 'Look at the record in both systems; then retry.',
  }),
  /** A problem that ends with another record's, which waits for this one in the end. `keys`: of the source, this one first. */
  inCircle: ({ message }: Told, keys: readonly string[]): Told => ({
    message: `${message} It waits for another record, and that one, in the end, for it: ${[...keys, ...keys.slice(0, 1)].join(', ')}.`,
    action:
      'Give one of them something else for the time being, in one of the two systems, and retry it: the others follow by themselves.',
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
  /** What a part of a customer is called. */
  partName,
  /** Numbers, amounts and times as the language writes them. */
  figures,
  pages,
  requests,
  setUp,
};

export type Texts = typeof en;
export type ProblemCode = keyof Texts['problems'];
export type ProblemParams<Code extends ProblemCode> = ParamsOf<Texts['problems'], Code>;
export type ReasonCode = keyof Texts['reasons'];
export type ReasonParams<Code extends ReasonCode> = ParamsOf<Texts['reasons'], Code>;
export type NoteCode = keyof Texts['notes'];
export type NoteParams<Code extends NoteCode> = ParamsOf<Texts['notes'], Code>;
export type RequestCode = keyof Texts['requests'];
export type RequestParams<Code extends RequestCode> = ParamsOf<Texts['requests'], Code>;
export type SetUpCode = keyof Texts['setUp'];
export type SetUpParams<Code extends SetUpCode> = ParamsOf<Texts['setUp'], Code>;
export type AdviceCode = keyof Texts['advice'];
export type CorrectionCode = keyof Texts['corrections'];
export type CorrectionParams<Code extends CorrectionCode> = ParamsOf<Texts['corrections'], Code>;
export type IssueCode = keyof Texts['issues'];
