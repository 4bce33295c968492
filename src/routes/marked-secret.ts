/** The secret of an address, with a mark that this deployment made: any other is refused before anything is asked or made. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { timingSafeEqual } from 'hono/utils/buffer';
import { base64url } from 'jose';
import { isSecretText } from '../engine/privacy/random-secret.ts';
import type { Env } from '../env.ts';
import { ownKey } from './own-key.ts';

/** 128 bits. */
const markBytes = 16;

export async function marked(env: Env, secret: string): Promise<string> {
  return `${secret}.${await markOf(env, secret)}`;
}

/** Null for what was not made here, or with other secrets of the deployment than those of now. */
export async function unmarked(env: Env, text: string): Promise<string | null> {
  const [secret = '', mark = '', ...more] = text.split('.');
  if (!isSecretText(secret) || more.length > 0) return null;
  return (await timingSafeEqual(mark, await markOf(env, secret))) ? secret : null;
}

async function markOf(env: Env, secret: string): Promise<string> {
  const key = await ownKey(env, 'activation');
  return base64url.encode(hmac(sha256, key, new TextEncoder().encode(secret)).slice(0, markBytes));
}
