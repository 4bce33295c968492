import type { Alert } from '../engine/reporting/alerts.ts';
import type { Texts } from '../texts/en.ts';
import { tellProblem } from '../texts/tell.ts';

/**
 * How a channel writes text. What comes from a shop or from a system must stay text there: no link, no mention, no
 * other form.
 */
export interface Writing {
  text(value: string): string;
  /** The id of a record. */
  key(value: string): string;
}

export const plainWriting: Writing = { text: (value) => value, key: (value) => value };

export const slackWriting: Writing = {
  text: slackText,
  key: (value) => `\`${slackText(value.replaceAll('`', "'"))}\``,
};

function slackText(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export const discordWriting: Writing = {
  text: (value) => value.replace(/[\\*_~`|>#[\]()<@-]/g, '\\$&'),
  key: (value) => `\`${value.replaceAll('`', "'")}\``,
};

/** So much of each part that the whole fits in the 2,000 characters of Discord, also when all of it is escaped. */
const maxCharacters = { name: 80, place: 100, message: 350, action: 250, key: 60 };

/** The whole message, line by line. `publicUrl` is where this deployment is reached. */
export function alertText(
  alert: Alert,
  { alerts, ...texts }: Texts,
  writing: Writing,
  publicUrl: string | undefined,
): string {
  const part = (name: keyof typeof maxCharacters, text: string) =>
    writing.text(oneLine(text, maxCharacters[name]));
  const place = placeText(alert, alerts);
  const about = [part('name', alert.name), part('place', place)].filter(Boolean).join(', ');
  const told = tellProblem(alert, { alerts, ...texts });
  const message = part('message', told.message);
  const link = publicUrl === undefined ? null : linkOf(alert, publicUrl);
  const lines =
    alert.kind === 'solved'
      ? [alerts.solved(about, message)]
      : [alerts.happened(about, message), recordsText(alert, alerts, writing), part('action', told.action)];
  return [...lines, link].filter(Boolean).join('\n');
}

/** One line without anything but words of Koppel, the integration's name and the code. */
export function alertSubject({ kind, name, code, count }: Alert, { alerts }: Texts): string {
  const shown = oneLine(name, maxCharacters.name);
  return kind === 'solved' ? alerts.solvedSubject(shown, code) : alerts.subject(shown, code, count);
}

/** Empty for the integration as a whole. */
function placeText({ place }: Alert, alerts: Texts['alerts']): string {
  switch (place.kind) {
    case 'connection':
      return alerts.connection(place);
    case 'flow':
      return alerts.flow(place);
    case 'integration':
      return '';
  }
}

function recordsText(
  { count, reasons, key }: Alert,
  alerts: Texts['alerts'],
  writing: Writing,
): string | null {
  if (key === null) return null;
  const shown = writing.key(oneLine(key, maxCharacters.key));
  return count === 1 ? alerts.record(shown) : alerts.records(count, reasons, shown);
}

/** What needs somebody, by cause, or what was solved. */
function linkOf({ kind, integration }: Alert, publicUrl: string): string {
  const desk = `${publicUrl.replace(/\/+$/, '')}/integrations/${integration}/problems`;
  return kind === 'solved' ? `${desk}/solved` : desk;
}

/** One line of visible characters, no longer than this, in which no address becomes a link. */
export function oneLine(text: string, max: number): string {
  const line = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .replaceAll('://', ':// ')
    .trim();
  return line.length <= max ? line : `${line.slice(0, max - 1).toWellFormed()}…`;
}
