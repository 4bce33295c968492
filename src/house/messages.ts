import {
  alertSubject,
  alertText,
  discordWriting,
  oneLine,
  plainWriting,
  slackWriting,
  type Writing,
} from '../alerts/texts.ts';
import type { DayFigures } from '../engine/reporting/day-figures.ts';
import { textsIn } from '../texts/languages.ts';
import { tellProblem } from '../texts/tell.ts';
import type { Channel } from './channels.ts';
import type { Message } from './outbox.ts';

/** A link of a summary; null where it did not tell. */
export interface LinkDay {
  readonly id: string;
  readonly name: string;
  readonly figures: DayFigures | null;
}

/** A message with what it is about, so that it can be written. */
export interface Written {
  readonly message: Message;
  readonly channel: Channel;
  /** Of a summary. */
  readonly links: readonly LinkDay[];
  readonly publicUrl: string | undefined;
}

/** So many links are named; Discord takes 2,000 characters. */
const maxLinks = 15;
const maxName = 80;

const writings: Readonly<Record<Channel['kind'], Writing>> = {
  slack: slackWriting,
  discord: discordWriting,
  email: plainWriting,
  webhook: plainWriting,
};

export function textOf(written: Written): string {
  const { message, channel, publicUrl } = written;
  const writing = writings[channel.kind];
  const { alerts } = textsIn(channel.language);
  switch (message.kind) {
    case 'alert':
      return alertText(message.alert, textsIn(message.alert.language), writing, publicUrl);
    case 'test':
      return alerts.test(writing.text(oneLine(channel.name, maxName)));
    case 'summary':
      return summaryText(written, message.until, writing);
  }
}

function summaryText({ channel, links, publicUrl }: Written, until: number, writing: Writing): string {
  const { alerts, figures } = textsIn(channel.language);
  const lines = links.slice(0, maxLinks).map(({ name, figures: day }) => {
    const shown = writing.text(oneLine(name, maxName));
    if (day === null) return alerts.dayUnknown(shown);
    const amounts = day.amounts.map(({ currency, gross }) => figures.money(gross, currency)).join(' + ');
    return alerts.day(shown, ...([day.booked, day.left, day.parked].map(figures.number) as Three), amounts);
  });
  if (links.length > maxLinks) lines.push(`… +${links.length - maxLinks}`);
  const body = lines.length === 0 ? [alerts.noLinks()] : lines;
  return [alerts.summary(momentIn(channel, until)), ...body, publicUrl].filter(Boolean).join('\n');
}

type Three = [string, string, string];

function momentIn({ language, summary }: Channel, at: number): string {
  return textsIn(language).figures.moment(new Date(at).toISOString(), summary?.zone ?? 'UTC');
}

export function subjectOf({ message, channel }: Written): string {
  const { alerts } = textsIn(channel.language);
  switch (message.kind) {
    case 'alert':
      return alertSubject(message.alert, textsIn(message.alert.language));
    case 'test':
      return alerts.testSubject();
    case 'summary':
      return alerts.summarySubject(momentIn(channel, message.until));
  }
}

/** As a webhook of one's own gets it (docs/alerts.md). */
export function webhookBody(written: Written): string {
  const { message, links } = written;
  const text = textOf(written);
  switch (message.kind) {
    case 'test':
      return JSON.stringify({ type: 'test', text });
    case 'summary': {
      const { day, since, until } = message;
      const moments = { since: new Date(since).toISOString(), until: new Date(until).toISOString() };
      return JSON.stringify({ type: 'summary', text, day, ...moments, integrations: links });
    }
    case 'alert': {
      const { kind, integration, name, language, place, code, params, count, key, told } = message.alert;
      const says = tellProblem({ code, params, told }, textsIn(language));
      return JSON.stringify({
        ...{ type: kind, text, integration, name, place, code },
        ...{ message: says.message, action: says.action, count, key },
      });
    }
  }
}
