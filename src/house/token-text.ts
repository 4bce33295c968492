/** `koppel_12_…`: which token it is, and its secret. The beginning is there for scanners that look for leaked secrets. */
const form = /^koppel_([1-9]\d{0,9})_([A-Za-z0-9_-]{43})$/;

export interface TokenText {
  readonly id: number;
  readonly secret: string;
}

export function writeToken({ id, secret }: TokenText): string {
  return `koppel_${id}_${secret}`;
}

/** Null for what no token can look like: nobody has to be asked about it. */
export function readToken(text: string): TokenText | null {
  const [, id, secret] = form.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id: Number(id), secret };
}
