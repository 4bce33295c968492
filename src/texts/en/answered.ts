/**
 * An answer that refuses. `system` is a system's name; its own code, and the fields that it named, where it told them. Its
 * own words stand in the activity. Rows from before have some of them as `said`.
 */
export interface Answered {
  readonly system: string;
  readonly status: number;
  readonly systemCode?: string | undefined;
  readonly fields?: readonly string[] | undefined;
  readonly said?: string | undefined;
}

export function answered({ system, status, systemCode, fields = [], said = '' }: Answered): string {
  if (said !== '') return `${system} answered ${status}: ${said}`;
  const code = systemCode === undefined ? '' : ` (${systemCode})`;
  const about = fields.length === 0 ? '' : ` about ${fields.join(', ')}`;
  return `${system} answered ${status}${code}${about}.`;
}
