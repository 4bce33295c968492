/** `2026-03-02 09:15:00`, always UTC and without saying so (sheet 3). */
export function momentText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

const form = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/;

export function isMoment(text: string): boolean {
  return (
    form.test(text) && !Number.isNaN(Date.parse(`${text.slice(0, 10)}T${text.slice(11, 19) || '00:00:00'}Z`))
  );
}

/** As MySQL compares it with a column: a day is its midnight. Anything else stays as it is. */
export function comparableMoment(text: string): string {
  const match = form.exec(text);
  return match === null ? text : `${match[1]} ${match[2] ?? '00:00:00'}`;
}
