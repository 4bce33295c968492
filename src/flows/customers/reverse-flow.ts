/**
 * Two systems that are kept in step both ways: what is written to the one comes back from it as a change. Translations
 * lose things, so what comes back may differ from what was sent, and carrying it on would spoil the other. So after a
 * write the record is read as the target keeps it, and what the reverse flow would make of it (the expected echo) is
 * remembered as written: the change that follows brings nothing new and costs no call to the target.
 */

import type { Source } from '../../connectors/contract/source.ts';
import type { CustomerTarget } from '../../connectors/contract/target.ts';
import type { Customer } from '../../records/customer.ts';
import { Problem } from '../../records/problem.ts';
import type { FlowContext, ReverseFlow } from '../contract.ts';
import { bodyOf } from './plan.ts';
import type { CustomerBody } from './record/body.ts';
import { type CustomerKeys, linkRecord, recordKey } from './record/links.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

/** The reverse flow with its source and target. */
export interface Reverse {
  readonly flow: ReverseFlow<CustomersSettings>;
  /** Reads what is the target here. */
  readonly source: Source<Customer>;
  /** Writes to what is the source here. */
  readonly target: CustomerTarget;
}

/** Returns null when the integration does not go both ways. */
export function reverseOf({ reverse, source, target }: Context): Reverse | null {
  const from = target.connector.customers?.source;
  const to = source.connector.customers?.target;
  return reverse && from && to ? { flow: reverse, source: from, target: to } : null;
}

/** Tells whether it is known what the reverse flow has carried of this record. */
export function isSettled({ flow: { links } }: Reverse, id: string): boolean {
  return (links.get('customer', recordKey(id))?.fingerprint ?? '') !== '';
}

/**
 * Tells whether the target's record says something that the reverse flow has still to carry: at a first meeting, and when
 * it was changed since. The change that a write brings is then no mere echo. Call it before the record is written to.
 */
export async function hasNews(context: Context, reverse: Reverse, id: string): Promise<boolean> {
  if (!isSettled(reverse, id)) return true;
  const known = reverse.flow.links.get('customer', recordKey(id))?.fingerprint;
  return (await expectedEcho(context, reverse, id)) !== known;
}

/** Returns the fingerprint of what the reverse flow would write of the record as it is now, or '' when it would write nothing. */
export async function expectedEcho(context: Context, reverse: Reverse, id: string): Promise<string> {
  return (await echoBody(context, reverse, id))?.fingerprint ?? '';
}

/** Returns the same when the source says all of it already, else null. Two that meet and agree are at rest at once. */
export async function echoInPlace(context: Context, reverse: Reverse, id: string): Promise<string | null> {
  const echo = await echoBody(context, reverse, id);
  const existing = echo && (await reverse.target.get(context.source.api, context.key));
  return echo && existing && reverse.target.isUpToDate(existing, echo.body) ? echo.fingerprint : null;
}

async function echoBody(
  context: Context,
  { flow, source, target }: Reverse,
  id: string,
): Promise<CustomerBody | null> {
  const record = await source.get(context.target.api, id);
  if (record === null) return null;
  try {
    return await bodyOf({ ...context, ...flow }, target, record, context.source.api.account);
  } catch (error) {
    // The reverse flow will be refused, and says so itself.
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Links the other way round. `echo`: what need not be written there; null keeps what is known. */
export function linkReverse(
  { key }: Context,
  { flow: { links } }: Reverse,
  id: string,
  keys: CustomerKeys,
  echo: string | null,
): void {
  linkRecord(
    links,
    { sourceId: id, keys, targetId: key },
    { record: echo, facts: {}, asOf: null, wrote: false },
  );
}
