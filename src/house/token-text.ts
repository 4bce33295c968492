import { sha256 } from '@noble/hashes/sha2.js';
import { base64url } from 'jose';

/** 256 bits. */
const secretBytes = 32;

/** `koppel_12_…`: which token it is, and its secret. The beginning is there for scanners that look for leaked secrets. */
const form = /^koppel_([1-9]\d{0,9})_([A-Za-z0-9_-]{43})$/;

export interface TokenText {
  readonly id: number;
  readonly secret: string;
}

export function newSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

export function writeToken({ id, secret }: TokenText): string {
  return `koppel_${id}_${secret}`;
}

/** Null for what no token can look like: nobody has to be asked about it. */
export function readToken(text: string): TokenText | null {
  const [, id, secret] = form.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id: Number(id), secret };
}

/**
 * What is kept of a secret. It is random and of 256 bits: nobody finds it by trying, however fast the hash is. Slow hashes
 * are for what people make up.
 */
export function hashOf(secret: string): string {
  return base64url.encode(sha256(new TextEncoder().encode(secret)));
}
