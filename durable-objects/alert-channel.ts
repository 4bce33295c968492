import type { Alert, AlertChannel } from '../src/engine/alerts.ts';
import type { Env } from '../src/env.ts';

/** The channels that are configured: a webhook in Slack's or Discord's form, and e-mail. Null when there is none. */
export function alertChannel(env: Env): AlertChannel | null {
  const { ALERT_WEBHOOK, ALERT_EMAIL, ALERT_SENDER, ALERTS, PUBLIC_URL } = env;
  const channels: ((text: string, subject: string) => Promise<void>)[] = [];
  if (ALERT_WEBHOOK) channels.push((text) => post(ALERT_WEBHOOK, text));
  if (ALERTS && ALERT_EMAIL && ALERT_SENDER) {
    channels.push(async (text, subject) => {
      await ALERTS.send({ from: ALERT_SENDER, to: ALERT_EMAIL, subject, text });
    });
  }
  if (channels.length === 0) return null;
  return {
    send: async (alert) => {
      const text = textOf(alert, PUBLIC_URL);
      await Promise.all(channels.map((send) => send(text, subjectOf(alert))));
    },
  };
}

/** Slack reads `text`, Discord `content`. */
async function post(url: string, text: string): Promise<void> {
  const isDiscord = /(^|\.)discord(app)?\.com$/.test(new URL(url).hostname);
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(isDiscord ? { content: text } : { text }),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the alert webhook answered ${response.status}`);
}

function subjectOf({ kind, name, code, count }: Alert): string {
  const records = count > 1 ? ` (${count} records)` : '';
  return kind === 'solved' ? `Koppel: ${name}: solved: ${code}` : `Koppel: ${name}: ${code}${records}`;
}

function textOf(alert: Alert, publicUrl: string | undefined): string {
  const { kind, name, message, action, count, key, integration } = alert;
  const link = publicUrl ? `${publicUrl.replace(/\/$/, '')}/integrations/${integration}` : null;
  const lines =
    kind === 'solved'
      ? [`✅ ${name}: solved. It was: ${message}`]
      : [
          `⚠️ ${name}: ${message}`,
          count > 1 ? `${count} records are parked for this, among them ${key}.` : key && `Record: ${key}`,
          action,
        ];
  return [...lines, link].filter(Boolean).join('\n');
}
