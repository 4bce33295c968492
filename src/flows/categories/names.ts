/** Names that are one to a person have one key. Capitals first: some letters are two in capitals. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().toUpperCase().toLowerCase();
}
