import { expect, test } from 'vitest';
import { ecwid } from '../../src/connectors/ecwid/index.ts';
import { problemOfStatus } from '../../src/engine/http/call-problem.ts';

test.each([
  ['GET', true, 'retry'],
  ['PUT', true, 'rejected'],
  ['POST', false, 'rejected'],
])(
  'a conflict of a %s is, where the system has no word of its own for it, %s: %s',
  (method, repeatable, kind) => {
    const sent = { connection: 'shop', connector: ecwid, method, known: undefined, repeatable };
    const problem = problemOfStatus(sent, { status: 409, headers: new Headers(), body: {} }, 0);
    expect(problem).toMatchObject({ kind, code: 'conflict' });
  },
);
