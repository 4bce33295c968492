import { describe, expect, test } from 'vitest';
import { ecwid } from '../../../src/connectors/ecwid/index.ts';
import { en } from '../../../src/texts/en.ts';
import { refusalOf } from '../../support/fake-api.ts';

describe('refusals of Ecwid', () => {
  test('a message carries its code and arguments', () => {
    const body = {
      errorMessage: 'Field OrderItem.quantity is absent',
      errorCode: 'WRONG_PARAMETER',
      args: { row: 1 },
    };
    expect(refusalOf(ecwid, 400, body)).toEqual({
      said: 'Field OrderItem.quantity is absent (WRONG_PARAMETER, row: 1)',
      systemCode: 'WRONG_PARAMETER',
      fields: ['OrderItem.quantity'],
    });
  });

  test.each([
    [{ error_message: 'Bad ticket' }, 'Bad ticket'],
    ['Status QUEUED is deprecated', 'Status QUEUED is deprecated'],
    ['<html>Bad gateway</html>', ''],
    [null, ''],
    [{ errorMessage: { text: 'odd' } }, ''],
  ])('reads %j', (body, said) => {
    expect(refusalOf(ecwid, 400, body)).toEqual({ said });
  });

  test('a code alone is what it says', () => {
    const errorCode = 'WRONG_PARAMETER';
    expect(refusalOf(ecwid, 400, { errorCode })).toEqual({ said: errorCode, systemCode: errorCode });
  });

  test.each([
    [403, 'INVALID_API_TOKEN', 'auth', 'credentials_refused'],
    [403, undefined, 'auth', 'credentials_refused'],
    [403, 'INSUFFICIENT_APP_SCOPE', 'auth', 'scope_missing'],
    [403, 'DISCOUNTS_FEATURE_NOT_AVAILABLE', 'rejected', 'feature_not_available'],
    [402, 'NOT_AVAILABLE_ON_CURRENT_PLAN', 'auth', 'plan_insufficient'],
    [402, undefined, 'auth', 'plan_insufficient'],
    [402, 'STORE_IS_SUSPENDED', 'auth', 'store_suspended'],
    [402, 'MAX_PRODUCTS_FOR_API_REQUEST_LIMIT_EXCEEDED', 'rejected', 'too_many_records'],
    [404, 'STORE_NOT_FOUND', 'auth', 'store_not_found'],
  ])('%i %s stops as %s, %s', (status, errorCode, kind, code) => {
    expect(refusalOf(ecwid, status, { errorMessage: 'x', errorCode })).toMatchObject({ kind, code });
  });

  test.each(['COMBINATION_DUPLICATED', 'EXTERNAL_ID_ALREADY_USED', 'NOT_ALLOWED_TO_UPDATE_PARAMETER'])(
    '409 %s was not done',
    (errorCode) => {
      expect(refusalOf(ecwid, 409, { errorCode })).toMatchObject({ kind: 'rejected' });
    },
  );

  test('of a taken SKU it is left to the kind of call: the search may not show yet whose it is', () => {
    expect(refusalOf(ecwid, 409, { errorCode: 'SKU_ALREADY_EXISTS' }).kind).toBeUndefined();
  });

  test('a missing scope says which scopes to give', () => {
    const { advice } = refusalOf(ecwid, 403, { errorCode: 'INSUFFICIENT_APP_SCOPE' });
    expect(advice).toBe('ecwid_scopes');
    expect(en.advice.ecwid_scopes).toContain('read_orders');
    expect(en.advice.ecwid_scopes).toContain('update_orders');
    expect(en.advice.ecwid_scopes).toContain('update_catalog');
  });

  test('whether a time-out may be repeated is left to the kind of call', () => {
    expect(refusalOf(ecwid, 408, { errorMessage: 'Timeout', errorCode: 'TIMEOUT' }).kind).toBeUndefined();
  });
});
