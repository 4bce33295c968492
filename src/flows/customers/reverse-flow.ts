/**
 * Two systems that are kept in step both ways: what is written to the one comes back from it as a change. Translations
 * lose things, so what comes back may differ from what was sent, and carrying it on would spoil the other. So after a
 * write the record is read as the target keeps it, and what the way back would make of it (its answer) is remembered as
 * written: the change that follows brings nothing new and costs no call to the target.
 */

import type { Source } from '../../connectors/contract/source.ts';
import type { CustomerTarget } from '../../connectors/contract/target.ts';
import type { Customer } from '../../records/customer.ts';
import { Problem } from '../../records/problem.ts';
import type { FlowContext, ReverseFlow } from '../contract.ts';
import type { CustomerBody } from './body.ts';
import { linkRecord, recordKey } from './links.ts';
import { bodyOf } from './plan.ts';
import type { CustomersSettings } from './settings.ts';

type Context = FlowContext<CustomersSettings>;

export interface Return {
  readonly flow: ReverseFlow<CustomersSettings>;
  /** Reads what is the target here. */
  readonly source: Source<Customer>;
  /** Writes to what is the source here. */
  readonly target: CustomerTarget;
}

/** Null where the integration does not go both ways. */
export function returnOf({ back, source, target }: Context): Return | null {
  const from = target.connector.customers?.source;
  const to = source.connector.customers?.target;
  return back && from && to ? { flow: back, source: from, target: to } : null;
}

/** Whether it is known what the way back has carried of this record. */
export function isSettled({ flow: { links } }: Return, id: string): boolean {
  return (links.get('customer', recordKey(id))?.fingerprint ?? '') !== '';
}

/**
 * Whether the target's record says something that the way back has still to carry: at a first meeting, and when it was
 * changed since. The change that a write brings is then no mere echo. Asked before the record is written to.
 */
export async function hasNews(context: Context, way: Return, id: string): Promise<boolean> {
  if (!isSettled(way, id)) return true;
  const known = way.flow.links.get('customer', recordKey(id))?.fingerprint;
  return (await answerOf(context, way, id)) !== known;
}

/** Fingerprint of what the way back would write of the record as it is now; empty where it would write nothing. */
export async function answerOf(context: Context, way: Return, id: string): Promise<string> {
  return (await answerBody(context, way, id))?.fingerprint ?? '';
}

/** The same where the source says all of it already; else null. Two that meet and agree are at rest at once. */
export async function answerThatIsKnown(context: Context, way: Return, id: string): Promise<string | null> {
  const answer = await answerBody(context, way, id);
  const existing = answer && (await way.target.get(context.source.api, context.key));
  return answer && existing && way.target.isUpToDate(existing, answer.body) ? answer.fingerprint : null;
}

async function answerBody(
  context: Context,
  { flow, source, target }: Return,
  id: string,
): Promise<CustomerBody | null> {
  const record = await source.get(context.target.api, id);
  if (record === null) return null;
  try {
    return await bodyOf({ ...context, ...flow }, target, record, context.source.api.account);
  } catch (error) {
    // The way back will be refused, and says so itself.
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Links the other way round. `answer`: what need not be written there; null keeps what is known. */
export function linkBack(
  { key }: Context,
  { flow: { links } }: Return,
  id: string,
  person: string,
  answer: string | null,
): void {
  linkRecord(links, { sourceId: id, person, targetId: key }, { record: answer, person: null });
}
