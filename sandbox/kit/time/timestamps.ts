/** `2026-03-02 09:15:00`: a UTC time without a time zone. */
export function utcText(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** UNIX time. */
export function toSeconds(ms: number): number {
  return Math.floor(ms / 1000);
}

export function wholeSecond(ms: number): number {
  return toSeconds(ms) * 1000;
}

interface DateTime {
  readonly day: string;
  /** Midnight where only a day is told. */
  readonly time: string;
  readonly ms: number;
}

const forms = {
  'with offset': /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?: ?([+-]\d{2}):?(\d{2}))?)?$/,
  'always UTC': /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/,
};

/** A day, or a day and a time: UTC unless an offset is told. Null for anything else. */
export function readDateTime(text: string, form: keyof typeof forms): DateTime | null {
  const match = forms[form].exec(text);
  if (match === null) return null;
  const [, day = '', time = '00:00:00', hours = '+00', minutes = '00'] = match;
  const ms = Date.parse(`${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(ms) ? null : { day, time, ms };
}
