import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/records/problem.ts';
import { en } from '../../src/texts/en.ts';
import { tellProblem } from '../../src/texts/tell.ts';
import { refusalOf } from '../support/fake-api.ts';
import { type Candidate, Played } from './played.ts';

/** What every connector must do about its account and its refusals. */
export function accountConforms(candidate: Candidate): void {
  const { connector } = candidate;

  describe('the account', () => {
    it('is read with its currency and its time zone', async () => {
      const { account } = await Played.start(candidate);
      expect(account.name).not.toBe('');
      expect(account.currency).toMatch(/^[A-Z]{3}$/);
      expect(() => new Intl.DateTimeFormat('en', { timeZone: account.timeZone })).not.toThrow();
    });

    it('tells itself from every other account, as the credentials do where they can', async () => {
      const { account } = await Played.start(candidate);
      expect(account.identity).toMatch(/^\S.*$/);
      expect(connector.identity?.(candidate.credentials) ?? account.identity).toBe(account.identity);
    });

    it('says of wrong credentials that they are, and what to do', async () => {
      const played = await Played.start(candidate);
      const problem = await connector
        .account(played.api(candidate.wrong), candidate.wrong)
        .catch((error: unknown) => error);
      expect(problem).toBeInstanceOf(Problem);
      expect(problem).toMatchObject({ kind: 'auth', connection: 'played' });
      const { message, action } = tellProblem(problem as Problem, en);
      expect(action.length).toBeGreaterThan(20);
      const stored = JSON.stringify((problem as Problem).toData());
      for (const value of Object.values(candidate.wrong)) {
        expect(message).not.toContain(value);
        expect(stored).not.toContain(value);
      }
    });
  });

  describe('a refusal', () => {
    it.each([400, 401, 402, 403, 404, 409, 422, 429, 500, 502, 503])(
      'with status %i is put into words',
      (status) => {
        const bodies = [
          null,
          '',
          '<html><body>Bad gateway</body></html>',
          [],
          {},
          { message: 5 },
          { error: null },
        ];
        for (const body of bodies) {
          const { said } = refusalOf(connector, status, body);
          expect(said).toBeTypeOf('string');
          expect(said).not.toContain('<html');
        }
        if (status === 401) expect(refusalOf(connector, status, null).kind ?? 'auth').toBe('auth');
      },
    );

    it('is none where the answer is a success', () => {
      for (const body of [null, {}, [], { id: 1 }])
        expect(connector.readError({ status: 200, headers: new Headers(), body })).toBeNull();
    });
  });
}
