import { describe, expect, test } from 'vitest';
import { conflict, notFound } from '../../src/engine/request-error.ts';
import { detailOf } from '../../src/routes/problem-response.ts';
import type { RequestCode, RequestParams } from '../../src/texts/en.ts';
import { en } from '../../src/texts/en.ts';
import { languages, textsIn } from '../../src/texts/languages.ts';
import { tellRequest } from '../../src/texts/tell.ts';

const samples: { readonly [Code in RequestCode]: readonly RequestParams<Code>[] } = {
  not_found: (
    [
      'integration',
      'connection',
      'flow',
      'stock_flow',
      'task',
      'activity',
      'level',
      'token',
      'channel',
      'hook',
      'activation',
    ] as const
  ).map((what) => ({ what })),
  saved_meanwhile: [{}],
  deleted: [{}],
  cause_over: [{}],
  draft: [{}],
  not_a_draft: [{}],
  id_taken: [{}],
  not_connected: [{ name: 'q-name' }],
  name_taken: [{ name: 'q-name' }],
  secret_unreadable: [{ name: 'q-name' }],
  credentials_changed: [{}],
  account_unchanged: [{ name: 'q-name' }],
  account_of_other_system: [{}],
  account_changed: [{ name: 'q-name' }],
  access_not_asked: [{ name: 'q-name' }],
  no_activation: [{ name: 'q-name' }],
  activation_used: [{}],
  activation_over: [{}],
  activation_running: [{}],
  open_tasks: [{ flows: ['q-flow: 7', 'q-other: 8'] }],
  flow_ambiguous: [{ flow: 'q-flow', ids: ['q-one', 'two'] }],
  number_ambiguous: [
    { number: 'q-number', records: ['q-one', 'q-two'], more: true },
    { number: 'q-number', records: ['q-one', 'q-two'], more: false },
  ],
  number_unknown: [{ number: 'q-number' }],
  task_state: [
    { state: 'done', leftOut: false },
    { state: 'skipped', leftOut: true },
  ],
  not_allowed: (['nobody', 'admin', 'bookkeeper', 'read-only'] as const).map((role) => ({ role })),
  token_name_taken: [{ name: 'q-name' }],
  too_many_tokens: [{ max: 200 }],
  channel_name_taken: [{ name: 'q-name' }],
  too_many_channels: [{ max: 20 }],
  no_email: [{}],
  not_public: [{}],
  no_mail: [{}],
  batch_lost: [{}],
};

const cases = Object.entries(samples).flatMap(([code, given]) => given.map((params) => ({ code, params })));
const shown = (text: string) =>
  (text.match(/q-\w+(?:: \d)?|…|`[^`]+`|flow:from:to/g) ?? []).sort((a, b) => a.localeCompare(b));

describe.each(languages.filter((language) => language !== 'en'))(
  'a request that is not met, in %s',
  (language) => {
    test.each(cases)(
      '$code with $params is told in other words, with the same values',
      ({ code, params }) => {
        const [english, own] = [en, textsIn(language)].map((texts) => tellRequest({ code, params }, texts));
        expect(own).not.toBe(english);
        expect(own).not.toMatch(/undefined|\[object/);
        expect(shown(own ?? '')).toEqual(shown(english ?? ''));
      },
    );

    test('calls the state of a task as pages do', () => {
      const { requests, pages } = textsIn(language);
      const told = requests.task_state({ state: 'parked', leftOut: false });
      expect(told).toContain(`"${pages.states.needsYou}"`);
      expect(requests.task_state({ state: 'running', leftOut: false })).toContain(
        `"${pages.states.onItsWay}"`,
      );
    });

    test('says what it is that there is not', () => {
      const told = samples.not_found.map((params) => textsIn(language).requests.not_found(params));
      expect(new Set(told).size).toBe(samples.not_found.length);
    });
  },
);

test('an error has its English sentence, and what it takes to tell it in any language', () => {
  expect(notFound('stock_flow').data).toEqual({
    kind: 'not-found',
    code: 'not_found',
    detail: 'There is no such stock flow.',
    params: { what: 'stock_flow' },
  });
  const { data } = conflict('name_taken', { name: 'books' });
  expect(detailOf(data, textsIn('nl'))).toBe('Er is al een verbinding "books".');
});

test('what was sent by a Koppel with other codes or params is told as it was', () => {
  expect(detailOf({ detail: 'As it was.' }, textsIn('nl'))).toBe('As it was.');
  const later = { code: 'of_a_later_one', params: {} };
  expect(tellRequest(later, textsIn('nl'))).toBeNull();
  expect(detailOf({ ...later, detail: 'As it was.' }, textsIn('nl'))).toBe('As it was.');
});
