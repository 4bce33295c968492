import type { Alert } from '../engine/reporting/alerts.ts';

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
const longest = { name: 80, where: 100, message: 350, action: 250, key: 60 };

/** The whole message, line by line. `publicUrl` is where this deployment is reached. */
export function alertText(alert: Alert, writing: Writing, publicUrl: string | undefined): string {
  const part = (name: 'name' | 'where' | 'message' | 'action') =>
    writing.text(clean(alert[name], longest[name]));
  const about = alert.where === '' ? part('name') : `${part('name')}, ${part('where')}`;
  const link = publicUrl === undefined ? null : linkOf(alert, publicUrl);
  const lines =
    alert.kind === 'solved'
      ? [`✅ ${about}: solved. It was: ${part('message')}`]
      : [`⚠️ ${about}: ${part('message')}`, records(alert, writing), part('action')];
  return [...lines, link].filter(Boolean).join('\n');
}

/** One line without anything but words of Koppel, the integration's name and the code. */
export function alertSubject({ kind, name, code, count }: Alert): string {
  const records = count > 1 ? ` (${count} records)` : '';
  const title = `Koppel: ${clean(name, longest.name)}`;
  return kind === 'solved' ? `${title}: solved: ${code}` : `${title}: ${code}${records}`;
}

function records({ count, reasons, key }: Alert, writing: Writing): string | null {
  if (key === null) return null;
  const shown = writing.key(clean(key, longest.key));
  if (count === 1) return `Record: ${shown}`;
  const like = reasons > 1 ? ` or the like (${reasons} different sentences)` : '';
  return `${count} records are parked for this${like}, among them ${shown}.`;
}

/** The page of the integration: at what one record went through, or at the list of what is wrong. */
function linkOf({ kind, integration, count, key }: Alert, publicUrl: string): string {
  const page = `${publicUrl.replace(/\/+$/, '')}/integrations/${integration}`;
  if (kind === 'solved') return page;
  return count === 1 && key !== null ? `${page}?key=${encoded(key)}#activity` : `${page}#problems`;
}

function encoded(key: string): string {
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16)}`;
  return encodeURIComponent(key.slice(0, 100).toWellFormed()).replace(/[!'()*]/g, percent);
}

/** One line of visible characters, no longer than this, in which no address becomes a link. */
function clean(text: string, most: number): string {
  const line = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .replaceAll('://', ':// ')
    .trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).toWellFormed()}…`;
}
