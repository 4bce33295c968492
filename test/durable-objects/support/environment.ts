import { env } from 'cloudflare:workers';
import type { Env } from '../../../src/env.ts';
import type { Subject } from './harness.ts';

type Variables = Partial<
  Record<
    'ALERT_WEBHOOK' | 'ALERT_EMAIL' | 'PUBLIC_URL' | 'ENCRYPTION_KEY' | 'ENCRYPTION_KEY_PREVIOUS',
    string
  >
>;

/** As a deployment with other variables: objects are started anew, and see them. Undefined takes one away. */
export async function deploy(subject: Subject, variables: { [Name in keyof Variables]: string | undefined }) {
  const writable = env as { -readonly [Name in keyof Env]: Env[Name] };
  for (const [name, value] of Object.entries(variables) as [keyof Variables, string | undefined][]) {
    if (value === undefined) delete writable[name];
    else writable[name] = value;
  }
  // It may not be running.
  await subject.evict().catch(() => undefined);
}
