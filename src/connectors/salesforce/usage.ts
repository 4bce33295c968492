import type { DailyUse } from '../contract/limits.ts';

/** `Sforce-Limit-Info: api-usage=896/15000`: of the last 24 hours (sheet 4). */
export function readUse({ headers }: { readonly headers: Headers }): DailyUse | null {
  const [, used, allowed] = /\bapi-usage=(\d+)\/(\d+)/.exec(headers.get('sforce-limit-info') ?? '') ?? [];
  return used === undefined || allowed === undefined
    ? null
    : { used: Number(used), allowed: Number(allowed) };
}
