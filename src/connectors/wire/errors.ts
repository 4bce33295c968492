/** What the readers of systems' errors share. Codes and statuses decide, never texts. */
import type { z } from 'zod';
import type { AdviceCode, ProblemCode } from '../../texts/en.ts';
import type { Refusal } from '../contract/refusal.ts';

export type Verdict = Omit<Refusal, 'said' | 'systemCode' | 'fields'>;

/** Verdicts by what a system's code looks like. The first that fits counts. */
export type Verdicts = readonly (readonly [RegExp, Verdict])[];

export function verdictOf(verdicts: Verdicts | undefined, code = ''): Verdict | undefined {
  return verdicts?.find(([pattern]) => pattern.test(code))?.[1];
}

/** The connection stops until somebody has followed the advice. */
export function stops(code: ProblemCode, advice: AdviceCode): Verdict {
  return { kind: 'auth', code, advice };
}

/** A part of an error that may be missing or odd: then it says nothing, and the other parts are read all the same. */
export function maybe<T>(part: z.ZodType<T>) {
  return part.optional().catch(undefined);
}

/** The system's code and the fields that it names, where it does. */
export function told(systemCode: string | undefined, fields: readonly string[] = []) {
  return { ...(systemCode === undefined ? {} : { systemCode }), ...(fields.length === 0 ? {} : { fields }) };
}

/** The system's words, with the details in brackets. */
export function wording(said: string | undefined, details: string): string {
  return said && details ? `${said} (${details})` : said || details;
}

/** What a body that is no JSON says; nothing where it is a gateway's page. */
export function plainText(body: unknown): string | undefined {
  return typeof body === 'string' && !body.trimStart().startsWith('<') ? body.trim() || undefined : undefined;
}
