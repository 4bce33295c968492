import { describe, expect, test } from 'vitest';

import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { magento } from '../../../src/connectors/magento/index.ts';
import { problemOfAnswer } from '../../../src/engine/http/call-problem.ts';
import { en } from '../../../src/texts/en.ts';
import { tellProblem } from '../../../src/texts/tell.ts';

test.each([
  ['GET', true, true, 'retry'],
  ['POST', true, true, 'retry'],
  ['PUT', true, false, 'rejected'],
  ['POST', false, false, 'outcome-unknown'],
])(
  'a conflict of a %s (repeatable: %s, reads: %s) is, where the system has no word of its own for it, %s',
  (method, repeatable, reads, kind) => {
    const sent = { connection: 'shop', connector: ecwid, method, known: undefined, repeatable, reads };
    const problem = problemOfAnswer(sent, { status: 409, headers: new Headers() }, null, 0);
    expect(problem).toMatchObject({ kind, code: 'conflict' });
  },
);

test.each([
  [
    'PUT',
    false,
    409,
    'Correct what Ecwid by Lightspeed refuses, in the source or in the mapping, and retry. Its own words are in the activity.',
  ],
  ['GET', true, 409, 'Nothing to do: it is tried again by itself.'],
])(
  'a %s that is refused with 409 (reads: %s) says whether it is tried again',
  (method, reads, status, action) => {
    const sent = { connection: 'shop', connector: ecwid, method, known: undefined, repeatable: true, reads };
    const problem = problemOfAnswer(sent, { status, headers: new Headers() }, null, 0);
    expect(tellProblem(problem, en)).toEqual({ message: 'Ecwid by Lightspeed answered 409.', action });
  },
);

test('what the plan of a system does not include is parked, and says that it waits for a retry', () => {
  const sent = {
    connection: 'shop',
    connector: ecwid,
    method: 'PUT',
    known: undefined,
    repeatable: true,
    reads: false,
  };
  const answer = { status: 403, headers: new Headers(), body: { errorCode: 'DATE_FEATURE_NOT_AVAILABLE' } };
  const problem = problemOfAnswer(sent, answer, ecwid.readError(answer), 0);
  expect(problem.kind).toBe('rejected');
  expect(tellProblem(problem, en).action).toMatch(/and retry\.$/);
});

test.each([
  ['rejected', undefined, 'rejected'],
  ['auth', undefined, 'auth'],
  ['retry', undefined, 'outcome-unknown'],
  ['retry', 'rate_limited', 'retry'],
  [undefined, undefined, 'outcome-unknown'],
] as const)(
  'a create that is answered with 500, and is %s to the connector (code %s), is %s',
  (kind, code, expected) => {
    const sent = { connection: 'shop', connector: ecwid, method: 'POST', known: undefined };
    const refusal = { said: '', ...(kind && { kind }), ...(code && { code }) };
    const answer = { status: 500, headers: new Headers() };
    const problem = problemOfAnswer({ ...sent, repeatable: false, reads: false }, answer, refusal, 0);
    expect(problem.kind).toBe(expected);
  },
);

describe.each([
  ['Ecwid', ecwid, { errorCode: 'WRONG_PARAMETER', errorMessage: 'No' }],
  ['Jortt', jortt, { error: { code: 422, key: 'params.invalid', message: 'No', details: [] } }],
  ['Magento', magento, { message: 'No %1', parameters: ['way'] }],
] as const)('a create that %s answers with', (_name, connector, own) => {
  const kindOf = (status: number, body: unknown, isJson: boolean) => {
    const sent = { connection: 'x', connector, method: 'POST', known: undefined };
    const answer = { status, headers: new Headers(), body };
    const refusal = connector.readError(answer);
    const given = { ...sent, repeatable: false, reads: false };
    return problemOfAnswer(given, { ...answer, isJson }, refusal, 0).kind;
  };

  test.each([400, 401, 403, 404, 422, 429])("%i in the system's own form was not done", (status) => {
    expect(kindOf(status, own, true)).not.toBe('outcome-unknown');
  });

  test.each([302, 405, 408, 409, 413, 500, 502, 503, 504])(
    '%i, in whatever form, may have been done',
    (status) => {
      expect([kindOf(status, own, true), kindOf(status, '<html>', false)]).toEqual([
        'outcome-unknown',
        'outcome-unknown',
      ]);
    },
  );

  test.each([400, 401, 403, 404, 422, 429])(
    "%i that may be a gateway's says nothing of what was done",
    (status) => {
      expect([kindOf(status, '<html>No</html>', false), kindOf(status, '', false)]).toEqual([
        'outcome-unknown',
        'outcome-unknown',
      ]);
      expect([kindOf(status, 'No', false), kindOf(status, {}, true)]).toEqual([
        'outcome-unknown',
        'outcome-unknown',
      ]);
    },
  );
});

test.each([
  ['the header', { 'retry-after': '7' }, 60_000, 7_000],
  ['the connector, where no header does', {}, 60_000, 60_000],
  ['Koppel, where nobody does', {}, undefined, 2_000],
] as const)(
  'how long a system that was asked too much is left alone says %s',
  (_, headers, told, expected) => {
    const sent = { connection: 'shop', connector: ecwid, method: 'GET', known: undefined };
    const refusal = { said: '', code: 'rate_limited' as const, ...(told && { retryAfterMs: told }) };
    const answer = { status: 429, headers: new Headers(headers) };
    const problem = problemOfAnswer({ ...sent, repeatable: true, reads: true }, answer, refusal, 1_000);
    expect(problem).toMatchObject({ kind: 'retry', retryAt: 1_000 + expected });
  },
);
