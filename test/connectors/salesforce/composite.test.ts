import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  done,
  idIn,
  Made,
  queryPart,
  readTogether,
  rowsIn,
  writeTogether,
} from '../../../src/connectors/salesforce/composite.ts';
import { readError } from '../../../src/connectors/salesforce/errors.ts';
import { errorAnswer } from './answers.ts';
import { FakeOrg } from './fake-org.ts';

const part = {
  method: 'POST',
  url: '/services/data/v66.0/sobjects/Account',
  referenceId: 'account',
  body: { Name: 'Smit' },
} as const;

/** An org that answers each part of a call like this. */
function answering(...parts: readonly (readonly [status: number, body: unknown])[]) {
  const compositeResponse = parts.map(([httpStatusCode, body], index) => ({
    referenceId: `p${index}`,
    httpStatusCode,
    body,
    httpHeaders: {},
  }));
  return new FakeOrg({ routes: { 'POST .*/composite$': () => ({ compositeResponse }) } });
}

const halted = [400, errorAnswer('PROCESSING_HALTED')] as const;

describe('several calls in one', () => {
  test('are refused for the one that was at fault', async () => {
    const api = answering(halted, [400, errorAnswer('REQUIRED_FIELD_MISSING', { fields: ['LastName'] })]);
    await expect(writeTogether(api, [part], { repeatable: false }).then(done)).rejects.toMatchObject({
      kind: 'rejected',
      params: { systemCode: 'REQUIRED_FIELD_MISSING' },
    });
    const body = {
      compositeResponse: [{ referenceId: 'a', httpStatusCode: 400, body: errorAnswer('STRING_TOO_LONG') }],
    };
    expect(readError({ status: 200, headers: new Headers(), body })).toMatchObject({
      said: 'It says STRING_TOO_LONG',
      systemCode: 'STRING_TOO_LONG',
    });
  });

  test.each([
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'first error: UNABLE_TO_LOCK_ROW, unable to obtain', 'retry'],
    ['CANNOT_EXECUTE_FLOW_TRIGGER', 'Details: UNABLE_TO_LOCK_ROW: unable to obtain', 'retry'],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'first error: STRING_TOO_LONG', 'rejected'],
    ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Say nothing of UNABLE_TO_LOCK_ROW', 'rejected'],
  ])('that a trigger of the org fails in: %s, %s', async (errorCode, message, kind) => {
    const refused = [{ errorCode, message, fields: [] }];
    const api = answering(halted, [400, refused]);
    await expect(writeTogether(api, [part], { repeatable: false }).then(done)).rejects.toMatchObject({
      kind,
    });
    const alone = readError({ status: 400, headers: new Headers(), body: refused });
    expect(alone?.kind ?? 'rejected').toBe(kind);
  });

  test('of which all were taken back are refused, though none says why', async () => {
    const rows = [{ success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] }];
    for (const parts of [[halted], [halted, [200, rows] as const], [halted, [201, { id: 'x' }] as const]])
      await expect(
        writeTogether(answering(...parts), [part], { repeatable: false }).then(done),
      ).rejects.toMatchObject({ kind: 'rejected', params: { systemCode: 'PROCESSING_HALTED' } });
  });

  test('of which one has no answer may have been done', async () => {
    const writing = writeTogether(answering([204, null]), [part, { ...part, referenceId: 'second' }], {
      repeatable: true,
    });
    await expect(writing.then(done)).rejects.toMatchObject({ kind: 'outcome-unknown' });
  });

  test('name what they made before, and nothing that is a text of somebody', async () => {
    const api = new FakeOrg();
    const sent = {
      ...part,
      url: '/services/data/v66.0/sobjects/Order',
      referenceId: 'order',
      body: { AccountId: new Made('account'), Name: '@{account.id}', Description: 'a @{b.c} @{' },
    };
    await writeTogether(api, [part, sent], { repeatable: false });
    expect(api.written('order')).toEqual([
      { AccountId: '@{account.id}', Name: '@ {account.id}', Description: 'a @ {b.c} @ {' },
    ]);
  });

  test('are refused for a row of a collection among them', async () => {
    const rows = [
      { success: true, id: 'x', errors: [] },
      {
        success: false,
        errors: [{ statusCode: 'FIELD_INTEGRITY_EXCEPTION', message: 'no', fields: ['PricebookEntryId'] }],
      },
    ];
    const rolledBack = [
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message: 'all' }] },
    ];
    for (const status of [200, 400])
      await expect(
        writeTogether(answering(halted, [status, [...rolledBack, ...rows]]), [part], {
          repeatable: false,
        }).then(done),
      ).rejects.toMatchObject({
        params: { systemCode: 'FIELD_INTEGRITY_EXCEPTION' },
      });
  });

  test('that fail without a word may have been done', async () => {
    const writing = writeTogether(answering([500, null]), [part], { repeatable: false }).then(done);
    await expect(writing).rejects.toMatchObject({ kind: 'outcome-unknown', code: 'server_error' });
    await expect(readTogether(answering([500, null]), [])).rejects.toMatchObject({
      kind: 'retry',
      code: 'server_error',
    });
  });

  test('whose answer tells no id may have been done', async () => {
    const answers = done(
      await writeTogether(answering([300, ['/services/data/v66.0/sobjects/Account/1']]), [part], {
        repeatable: false,
      }),
    );
    expect(() => idIn(answers, 'p0')).toThrow(
      expect.objectContaining({ kind: 'outcome-unknown', code: 'unreadable' }),
    );
  });

  test('that only read leave out what is not there, and say what they cannot read', async () => {
    const rows = { totalSize: 1, done: true, records: [{ Id: 'a' }] };
    const answers = await readTogether(answering([404, errorAnswer('NOT_FOUND')], [200, rows]), [
      queryPart('p1', 'SELECT Id FROM Account'),
    ]);
    expect([...answers.keys()]).toEqual(['p1']);
    expect(rowsIn(answers, 'p1', z.object({ Id: z.string() })).records).toEqual([{ Id: 'a' }]);
    expect(() => rowsIn(answers, 'p1', z.object({ Name: z.string() }))).toThrow(
      expect.objectContaining({
        code: 'unreadable',
        params: expect.objectContaining({ field: 'p1.records.0.Name' }),
      }),
    );
    await expect(readTogether(answering([400, errorAnswer('UNABLE_TO_LOCK_ROW')]), [])).rejects.toMatchObject(
      { kind: 'retry' },
    );
  });
});
