const longest = 300;

/**
 * Takes personal data out of a system's own words, so that the reason can be kept with a task: e-mail addresses, long
 * numbers, and whatever the request itself sent as text. Field names stay.
 */
export function scrub(message: string, sent: unknown): string {
  let text = message;
  for (const value of textValues(sent)) text = text.replaceAll(value, '…');
  return text
    .replace(/[^\s"'<>:,;()]+@[^\s"'<>:,;()]+/g, '…')
    .replace(/\+?\d[\d\s-]{7,}\d/g, '…')
    .slice(0, longest);
}

/** Short words (codes, countries, statuses) say nothing of anybody and are often the reason itself. */
const shortest = 4;

function* textValues(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (value.length >= shortest && !/^[a-z_]+$/.test(value)) yield value;
  } else if (value !== null && typeof value === 'object') {
    for (const each of Object.values(value)) yield* textValues(each);
  }
}
