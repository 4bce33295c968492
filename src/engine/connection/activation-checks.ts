/** What a system says of itself when it is activated is believed no more than what a person enters. */
import type { z } from 'zod';
import type { Activation } from '../../connectors/contract/activation.ts';
import type { Connector } from '../../connectors/contract/connector.ts';
import { issueOf, within } from '../../mapping/issue.ts';
import { rejected } from '../../records/problem.ts';
import { ConfigurationError } from '../configuration/configuration.ts';

export type Activated = Connector & { readonly activation: Activation };

const maxLength = 1_000;

/** Whether it can be a key, a token or an address: what a system gives is stored, and it may be anybody's. */
export function isWord(given: string): boolean {
  return given !== '' && given.length <= maxLength;
}

/** An address as a person entered it. Throws `ConfigurationError`. */
export function checkedAddress({ credentials, activation: { place } }: Activated, address: string): string {
  const result = schemaOf(credentials, place).safeParse(address);
  if (result.success) return String(result.data);
  throw new ConfigurationError(result.error.issues.map((each) => within(['address'], issueOf(each))));
}

/** Of the credentials, those that came. Throws a problem for an address that Koppel does not call. */
export function checkedCredentials(
  { credentials, activation, name: system }: Activated,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const entries = Object.entries(given).map(([field, value]) => {
    const result = schemaOf(credentials, field).safeParse(value);
    if (result.success && isWord(value)) return [field, String(result.data)];
    if (field === activation.place)
      throw rejected('activation_address', { system, value: shownAddress(value) });
    throw rejected('activation_unreadable', { system });
  });
  return Object.fromEntries(entries) as Record<string, string>;
}

function schemaOf({ shape }: z.ZodObject, field: string): z.ZodType {
  return shape[field] as z.ZodType;
}

const maxShown = 200;

/** Without what may be secret in it. */
function shownAddress(text: string): string {
  if (!URL.canParse(text)) return '';
  const { origin, protocol, host, pathname } = new URL(text);
  return `${origin === 'null' ? `${protocol}//${host}` : origin}${pathname}`.slice(0, maxShown);
}

/** Whether it is the same system, as its credentials tell it apart from others. */
export function isSame({ identity, activation: { place } }: Activated, one: string, other: string): boolean {
  if (identity === undefined) return one === other;
  return identity({ [place]: one }) === identity({ [place]: other });
}

/** Any other address would be a way from here to wherever a link says. */
export function isWithin(address: string, place: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, username, password } = new URL(address);
  return origin === new URL(place).origin && username === '' && password === '';
}
