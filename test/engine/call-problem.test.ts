import { expect, test } from 'vitest';
import { ecwid } from '../../src/connectors/ecwid/index.ts';
import { problemOfAnswer } from '../../src/engine/http/call-problem.ts';

test.each([
  ['GET', true, true, 'retry'],
  ['POST', true, true, 'retry'],
  ['PUT', true, false, 'rejected'],
  ['POST', false, false, 'rejected'],
])(
  'a conflict of a %s (repeatable: %s, reads: %s) is, where the system has no word of its own for it, %s',
  (method, repeatable, reads, kind) => {
    const sent = { connection: 'shop', connector: ecwid, method, known: undefined, repeatable, reads };
    const problem = problemOfAnswer(sent, { status: 409, headers: new Headers() }, null, 0);
    expect(problem).toMatchObject({ kind, code: 'conflict' });
  },
);
