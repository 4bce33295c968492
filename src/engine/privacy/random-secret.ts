import { sha256 } from '@noble/hashes/sha2.js';
import { base64url } from 'jose';

/** 256 bits. */
const secretBytes = 32;

export function newSecret(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(secretBytes)));
}

/** Whether a text can be one: nobody has to be asked about any other. */
export function isSecretText(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text);
}

/**
 * What is kept of a secret. It is random and of 256 bits: nobody finds it by trying, however fast the hash is. Slow hashes
 * are for what people make up.
 */
export function hashOf(secret: string): string {
  return base64url.encode(sha256(new TextEncoder().encode(secret)));
}
