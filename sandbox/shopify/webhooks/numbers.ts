/** Ids are JSON numbers in REST, also above 2^53 (sheet 1): they are written digit by digit. */
const mark = '\u0001number:';

export function numberOf(id: string | null): string | null {
  return id === null ? null : `${mark}${id}`;
}

/** The JSON of a body whose ids were marked by `numberOf`. */
export function withNumbers(body: unknown): string {
  return JSON.stringify(body).replace(/"\\u0001number:(-?[\d.]+)"/g, '$1');
}
