import { readdirSync, readFileSync } from 'node:fs';
import type { Params, Told } from '../../src/texts/catalogue.ts';
import type { Texts } from '../../src/texts/en.ts';

/** Params as a sentence may be stored with. */
export interface Case {
  readonly kind: 'problem' | 'reason' | 'note';
  readonly code: string;
  readonly params: Params;
}

/** Params that choose between sentences, with what they may be. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  advice: [undefined],
  as: ['external_id', 'record', undefined],
  booked: ['yes', 'perhaps', 'no'],
  by: ['api', 'page', 'piece', 'line', 'order', ''],
  count: [1, 37],
  field: [''],
  fields: [[], ['one-field', 'other-field']],
  hours: [1, 37],
  issue: ['missing', 'no_such_field', 'invalid_type', 'too_big', undefined],
  kind: ['person', 'company'],
  locale: ['', undefined],
  method: ['GET', 'POST', 'PUT', 'DELETE', undefined],
  needed: ['0.05', '5.00'],
  of: [
    ...['order', 'customer', 'target', 'source', 'several', 'taken', 'another', 'stranger', 'kept', 'moved'],
    ...['buyer', 'basket', undefined],
  ],
  ofWhy: [37],
  quantity: ['available', 'onHand', 'availableAndIncoming'],
  reason: ['key_unknown', 'place_differs', 'unreadable', 'too_long', 'D3141', undefined],
  unwanted: ['cancelled', 'refunded', 'draft', 'not_paid', 'paid', 'status_excluded'],
  ways: [['match'], ['accept'], ['match', 'accept']],
  what: [['paid'], ['paid', 'shipped'], ['cancelled']],
  why: [
    ...['open', 'unread', 'under_way', 'absent', 'inactive', 'no_product', 'border', 'business_only'],
    ...['home_vat_number', 'home_delivery', 'not_shifted', 'no_vat_number', 'picture_too_large'],
    ...['placed_before', 'not_paid', 'status_excluded', 'not_updated'],
  ],
};

/** Those that are on or off. */
const flags = ['accepts', 'hidden', 'leaving', 'parked', 'reverseCharge', 'updated'];

/** Names of all params, as the English sentences declare them. */
const names = [
  ...new Set(
    readdirSync('src/texts/en', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFileSync(`src/texts/en/${file}`, 'utf8').matchAll(/readonly (\w+)\??:/g)].map(
          ([, name = '']) => name,
        ),
      ),
  ),
];

/** Something that a sentence can show as a text and as a list, and that is found again in it. */
class Shown extends Array<string> {
  static override get [Symbol.species]() {
    return Array;
  }
  override toString(): string {
    return this[0] ?? '';
  }
  toLowerCase(): string {
    return this.toString().toLowerCase();
  }
  split(separator: string): string[] {
    return this.toString().split(separator);
  }
}

const shown: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    names.map((name) => {
      const value = new Shown();
      value.push(`q-${name.toLowerCase()}-q`);
      return [name, value];
    }),
  ),
  of: 'target',
};

/** Each choice by itself, with all else given, with all else that can be left out left out, and with no flag set. */
function paramsOf(): Params[] {
  const varied = [
    ...Object.entries(choices).flatMap(([name, values]) => values.map((value) => [name, value] as const)),
    ...flags.flatMap((name) => [true, false].map((value) => [name, value] as const)),
    ...names.map((name) => [name, undefined] as const),
  ];
  const bare = without(shown, 'advice', 'said', 'asked', ...flags);
  const short = without(bare, 'method', 'setting', 'of', 'status', 'systemCode');
  return [shown, bare, short].flatMap((base) => [
    base,
    ...varied.map(([name, value]) =>
      value === undefined ? without(base, name) : { ...base, [name]: value },
    ),
  ]) as Params[];
}

function without(params: object, ...left: string[]): object {
  return Object.fromEntries(Object.entries(params).filter(([name]) => !left.includes(name)));
}

/** Every code with every choice; those that a catalogue cannot tell with these params are left out by whoever tells them. */
export function everyCase(texts: Texts): Case[] {
  const cases = paramsOf();
  const of = (kind: Case['kind'], codes: object) =>
    Object.keys(codes).flatMap((code) => cases.map((params) => ({ kind, code, params })));
  return [
    ...of('problem', texts.problems),
    ...of('reason', texts.reasons),
    ...of('note', texts.notes),
    ...Object.keys(texts.advice).map((advice) => ({
      kind: 'problem' as const,
      code: 'credentials_refused',
      params: { system: 'q-system-q', status: 401, advice },
    })),
  ];
}

/** The sentences of a case; null for one that these params cannot make. */
export function tell({ kind, code, params }: Case, texts: Texts): readonly string[] | null {
  const make = Reflect.get(texts[`${kind}s`], code) as (params: Params) => Told | string;
  try {
    const told = make(params);
    return typeof told === 'string' ? [told] : [String(told.message), String(told.action)];
  } catch {
    return null;
  }
}
