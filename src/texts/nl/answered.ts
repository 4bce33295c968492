import type { Answered } from '../en/answered.ts';

/** An answer that refuses, as in en/answered.ts. */
export function answered({ system, status, systemCode, fields = [], said = '' }: Answered): string {
  if (said !== '') return `${system} antwoordde ${status}: ${said}`;
  const code = systemCode === undefined ? '' : ` (${systemCode})`;
  const about = fields.length === 0 ? '' : ` over ${fields.join(', ')}`;
  return `${system} antwoordde ${status}${code}${about}.`;
}
