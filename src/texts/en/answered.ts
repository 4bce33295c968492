/** An answer that refuses. `system` is a system's name, `said` its own words, scrubbed; empty where it said nothing. */
export interface Answered {
  readonly system: string;
  readonly status: number;
  readonly said: string;
}

export function answered({ system, status, said }: Answered): string {
  return said === '' ? `${system} answered ${status}.` : `${system} answered ${status}: ${said}`;
}
