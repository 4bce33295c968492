import type { AlertChannel } from '../engine/reporting/alerts.ts';
import { textsIn } from '../texts/languages.ts';
import { type AlertPorts, discordBody, inTime, post, slackBody } from './post.ts';
import { alertSubject, alertText, discordWriting, plainWriting, slackWriting } from './texts.ts';

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What is configured for alerts, as the deployment's variables give it, and the ways out. */
export interface AlertSettings {
  readonly ALERT_WEBHOOK?: string | undefined;
  readonly ALERT_EMAIL?: string | undefined;
  readonly ALERT_SENDER?: string | undefined;
  readonly PUBLIC_URL?: string | undefined;
  /** Sends mail; absent where the deployment has no binding for it. */
  readonly ALERTS?: { send(mail: Mail): Promise<unknown> } | undefined;
}

/** The channels that are configured and can be used: a webhook, and e-mail. Null when there is none. */
export function alertChannels(settings: AlertSettings, ports: AlertPorts): readonly AlertChannel[] | null {
  const { ALERT_WEBHOOK, ALERT_EMAIL, ALERT_SENDER, ALERTS, PUBLIC_URL } = settings;
  const publicUrl = publicUrlOf(PUBLIC_URL);
  const channels: AlertChannel[] = [];
  if (ALERT_WEBHOOK && isWebhookAddress(ALERT_WEBHOOK)) {
    channels.push(webhook(ALERT_WEBHOOK, publicUrl, ports));
  }
  if (ALERTS && ALERT_EMAIL && ALERT_SENDER) {
    const envelope = { from: ALERT_SENDER, to: ALERT_EMAIL };
    channels.push({
      name: 'email',
      send: async (alert) => {
        const texts = textsIn(alert.language);
        const text = alertText(alert, texts, plainWriting, publicUrl);
        const subject = alertSubject(alert, texts);
        await inTime(ports.clock, () => ALERTS.send({ ...envelope, subject, text }));
      },
    });
  }
  return channels.length === 0 ? null : channels;
}

/** What is wrong with what is configured for alerts, in a sentence that repeats none of it; null when nothing is. */
export function alertObjection(settings: AlertSettings): string | null {
  const { ALERT_WEBHOOK, ALERT_EMAIL, ALERT_SENDER, ALERTS, PUBLIC_URL } = settings;
  if (ALERT_WEBHOOK && !isWebhookAddress(ALERT_WEBHOOK)) {
    return 'ALERT_WEBHOOK must be an https address (http on this machine only).';
  }
  // Without ALERT_EMAIL the two others are for channels of the page.
  const [sends, isAsked] = [Boolean(ALERTS && ALERT_SENDER), Boolean(ALERTS || ALERT_SENDER || ALERT_EMAIL)];
  if (isAsked && !sends) {
    return 'Alerts by e-mail need both the send_email binding ALERTS and ALERT_SENDER.';
  }
  if (PUBLIC_URL && !isPageAddress(PUBLIC_URL)) {
    return 'PUBLIC_URL must be the http or https address of this deployment.';
  }
  return null;
}

/** The address itself is a secret: whoever has it may write there. In the clear it goes to this machine only. */
function isWebhookAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  const local = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return protocol === 'https:' || (protocol === 'http:' && local);
}

/** The address that a deployment says it has; undefined where it says none that can be one. */
export function publicUrlOf(given: string | undefined): string | undefined {
  return given && isPageAddress(given) ? given : undefined;
}

function isPageAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

function webhook(url: string, publicUrl: string | undefined, ports: AlertPorts): AlertChannel {
  const isDiscord = /(^|\.)discord(app)?\.com$/.test(new URL(url).hostname);
  const [writing, bodyOf] = isDiscord ? [discordWriting, discordBody] : [slackWriting, slackBody];
  return {
    name: 'webhook',
    send: async (alert) => {
      const text = alertText(alert, textsIn(alert.language), writing, publicUrl);
      await post(url, bodyOf(text), {}, ports);
    },
  };
}
