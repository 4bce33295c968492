/**
 * A sentence some parts of which are more than text, such as a time, a code or a link: pages show those as they are, each
 * language puts them where it needs them.
 */
export function sentence<Parts extends readonly unknown[]>(
  texts: readonly string[],
  ...parts: Parts
): (string | Parts[number])[] {
  return texts.flatMap((text, index): (string | Parts[number])[] =>
    index < parts.length ? [text, parts[index]] : [text],
  );
}
