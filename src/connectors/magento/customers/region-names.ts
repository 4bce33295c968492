/** A region goes by its code, with or without its country before it, or by its name. */
export function isNamed(
  { code = '', name = '' }: { readonly code?: string | undefined; readonly name?: string | undefined },
  named: string,
  country: string,
): boolean {
  const codeOf = (typed: string) =>
    plain(typed.toUpperCase().startsWith(`${country}-`) ? typed.slice(3) : typed);
  const isCode = codeOf(code) !== '' && codeOf(code) === codeOf(named);
  return isCode || (plain(name) !== '' && plain(name) === plain(named));
}

function plain(typed: string): string {
  return typed
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
