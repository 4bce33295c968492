/** Where a part of a JSON text stands, by its path: the line, counted from 1; that of the part around it where it is not there itself. */
export function lineOf(text: string, path: readonly (string | number)[]): number {
  const { at } = find(text, skipBlanks(text, 0), path);
  return text.slice(0, at).split('\n').length;
}

/** `at`: where what was looked for begins. `end`: behind the value. */
interface Found {
  readonly at: number;
  readonly end: number;
}

/** Goes through a value; the text is JSON, as whoever parsed it knows. */
function find(text: string, start: number, path: readonly (string | number)[]): Found {
  const opening = text[start];
  if (opening !== '{' && opening !== '[') return { at: start, end: start + scalarAt(text, start).length };
  const [wanted, ...rest] = path;
  let at = start;
  let next = skipBlanks(text, start + 1);
  for (let index = 0; next < text.length && text[next] !== '}' && text[next] !== ']'; index += 1) {
    const key = opening === '{' ? scalarAt(text, next) : null;
    const begin = next;
    if (key !== null) next = skipBlanks(text, skipBlanks(text, next + key.length) + 1);
    const isWanted =
      wanted !== undefined && String(wanted) === String(key === null ? index : JSON.parse(key));
    const inner = find(text, next, isWanted ? rest : []);
    if (isWanted) at = rest.length === 0 || inner.at === next ? begin : inner.at;
    next = skipBlanks(text, inner.end);
    if (text[next] === ',') next = skipBlanks(text, next + 1);
  }
  return { at, end: next + 1 };
}

function scalarAt(text: string, start: number): string {
  const scalar = /"(?:[^"\\]|\\.)*"|[^\s,\]}:]+/y;
  scalar.lastIndex = start;
  return scalar.exec(text)?.[0] ?? text.slice(start);
}

function skipBlanks(text: string, start: number): number {
  const blanks = /\s*/y;
  blanks.lastIndex = start;
  blanks.exec(text);
  return blanks.lastIndex;
}
