import type { Answered } from '../en/answered.ts';

/** An answer that refuses. */
export function answered({ system, status, systemCode, fields = [], said = '' }: Answered): string {
  if (said !== '') return `${system} sisteminin yanıtı ${status}: ${said}`;
  const code = systemCode === undefined ? '' : ` (${systemCode})`;
  const about = fields.length === 0 ? '' : `; ilgili alanlar: ${fields.join(', ')}`;
  return `${system} sisteminin yanıtı: ${status}${code}${about}.`;
}
