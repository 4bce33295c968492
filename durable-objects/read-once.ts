/** Reads a variable anew only when it says something else than before. */
export function readOnce<Value>(
  read: (text: string | undefined) => Value,
): (text: string | undefined) => Value {
  let last: { readonly text: string | undefined; readonly value: Value } | null = null;
  return (text) => {
    if (last === null || last.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}
