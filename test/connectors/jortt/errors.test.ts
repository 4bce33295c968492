import { describe, expect, test } from 'vitest';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import { en } from '../../../src/texts/en.ts';
import { refusalOf } from '../../support/fake-api.ts';

function envelope(key: string, details: unknown[] = []) {
  return { error: { code: 422, key, message: 'Said so.', details } };
}

describe('refusals of Jortt', () => {
  test.each([
    [401, 'access_token.invalid', 'auth', 'credentials_refused'],
    [401, 'access_token.expired', 'auth', 'credentials_refused'],
    [401, 'access_token.revoked', 'auth', 'credentials_refused'],
    [401, 'scopes.insufficient', 'auth', 'scope_missing'],
    [401, 'organization.requires_mkb_plan', 'auth', 'plan_insufficient'],
    [401, 'organization.non_existing', 'auth', 'organization_refused'],
    [403, 'organization.not_allowed', 'auth', 'organization_refused'],
    [422, 'organization.header_required', 'auth', 'organization_refused'],
    [401, 'user.non_existing', 'auth', 'user_refused'],
    [401, 'user.invalid_credentials', 'auth', 'user_refused'],
    [401, 'two_factor_code.invalid', 'auth', 'user_refused'],
    [401, 'two_factor_code.missing_secret', 'auth', 'user_refused'],
    [403, 'permissions.insufficient', 'auth', 'user_refused'],
    [401, 'something.new', 'auth', 'credentials_refused'],
    [409, 'resource.conflict', 'retry', 'conflict'],
    [409, 'something.new', 'retry', 'conflict'],
    [422, 'params.invalid', 'rejected', 'refused'],
    [422, 'invalid_params', 'rejected', 'refused'],
    [422, 'operation.invalid', 'rejected', 'refused'],
    [422, 'operation.year_closed', 'rejected', 'year_closed'],
    [429, 'request.throttled', 'retry', 'rate_limited'],
    [400, 'request.throttled', 'retry', 'rate_limited'],
    [503, 'server.maintenance', 'retry', 'server_error'],
    // No refusal of what was asked for: a look-up must not take it for "not there".
    [422, 'integration.outage', 'retry', 'server_error'],
    [503, 'something.new', 'retry', undefined],
    [500, 'server.internal_error', undefined, undefined],
    [404, 'resource.not_found', undefined, undefined],
  ])('%i %s is %s, %s', (status, key, kind, code) => {
    const refusal = refusalOf(jortt, status, envelope(key));
    expect([refusal.kind, refusal.code]).toEqual([kind, code]);
  });

  test('only a refused token is fetched anew', () => {
    for (const key of ['scopes.insufficient', 'organization.requires_mkb_plan', 'user.non_existing']) {
      expect(refusalOf(jortt, 401, envelope(key)).code).not.toBe('credentials_refused');
    }
  });

  test('every detail is told', () => {
    const details = [
      { key: 'is_missing', param: 'is_private', message: 'is missing' },
      { key: 'is_invalid', param: ['line_items', 0, 'vat'], message: 'is invalid' },
      { key: 'DirectDebit::NotEnabled', message: 'not enabled' },
    ];
    expect(refusalOf(jortt, 422, envelope('params.invalid', details))).toMatchObject({
      said: 'Said so. (is_private: is missing; line_items.0.vat: is invalid; DirectDebit::NotEnabled: not enabled)',
      systemCode: 'params.invalid',
      fields: ['is_private', 'line_items.0.vat'],
    });
  });

  test('a closed year and a missing scope say what to do', () => {
    expect(refusalOf(jortt, 422, envelope('operation.year_closed')).advice).toBe('jortt_year');
    expect(en.advice.jortt_year).toContain('financial year');
    expect(refusalOf(jortt, 401, envelope('scopes.insufficient')).advice).toBe('jortt_scopes');
    expect(en.advice.jortt_scopes).toContain('organizations:read');
  });

  test.each([
    ['invalid_client', 'credentials_refused'],
    ['unauthorized_client', 'credentials_refused'],
    ['invalid_scope', 'scope_missing'],
  ])('the token service says %s: %s', (error, code) => {
    expect(refusalOf(jortt, 400, { error, error_description: 'Nederlandse tekst' })).toMatchObject({
      said: error,
      kind: 'auth',
      code,
    });
  });

  test("a gateway's own errors say nothing of credentials", () => {
    expect(refusalOf(jortt, 404, { status: 404, error: 'Not Found' })).toEqual({
      said: 'Not Found',
      systemCode: 'Not Found',
      own: false,
    });
    expect(refusalOf(jortt, 502, '<html>Bad gateway</html>')).toEqual({ said: '' });
  });

  test.each([null, '', {}, { error: null }, { error: { details: 'odd' } }, []])(
    '%j has no reason',
    (body) => {
      expect(refusalOf(jortt, 422, body)).toEqual({
        said: '',
        kind: 'rejected',
        code: 'refused',
      });
    },
  );

  test('an empty 401 is a refused token', () => {
    expect(refusalOf(jortt, 401, null)).toMatchObject({ kind: 'auth', code: 'credentials_refused' });
  });
});
