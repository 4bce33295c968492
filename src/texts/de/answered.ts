import type { Answered } from '../en/answered.ts';

/** An answer that refuses. */
export function answered({ system, status, systemCode, fields = [], said = '' }: Answered): string {
  if (said !== '') return `${system} hat mit ${status} geantwortet: ${said}`;
  const code = systemCode === undefined ? '' : ` (${systemCode})`;
  const about = fields.length === 0 ? '' : `; es geht um ${fields.join(', ')}`;
  return `${system} hat mit ${status}${code} geantwortet${about}.`;
}
