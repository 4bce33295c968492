/** A query's name or value, encoded by RFC 3986 throughout: a signature covers it as it is sent (Magento sheet 2.2). */
export function encoded(text: string): string {
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, percent);
}
