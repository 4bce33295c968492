/** What batches were about to do of a key of a listed flow, as the journal keeps it until one of them reports. */
import type { Begun } from '../../flows/bulk.ts';
import type { LinkedRecord } from '../../flows/links.ts';
import type { StepStore } from '../storage/steps.ts';
import type { Between } from './known-links.ts';

/** The name of its step. */
export function begunStep({ from, to }: Between, record: LinkedRecord, key: string): string {
  return `${from}:${to}:${record}:${key}`;
}

/** Null: nothing. */
export function begunOf(steps: StepStore, between: Between, record: LinkedRecord, key: string): Begun | null {
  return steps.partsOf<Begun>(begunStep(between, record, key));
}

/** Without what the batch whose lease ends then was about to do; null: nothing is left. */
export function begunByOthers(
  { products, pictures, updates = {} }: Begun,
  leasedUntil: number,
): Begun | null {
  const isOther = ({ at }: { readonly at: number }) => at !== leasedUntil;
  const others = filtered(updates, (all) => {
    const left = all.filter(isOther);
    return left.length === 0 ? null : left;
  });
  const begun = {
    products: filtered(products, (each) => (isOther(each) ? each : null)),
    pictures: filtered(pictures, (each) => (isOther(each) ? each : null)),
    ...(Object.keys(others).length === 0 ? {} : { updates: others }),
  };
  return Object.values(begun).some((each) => Object.keys(each).length > 0) ? begun : null;
}

/** Null: it is left out. */
function filtered<Each>(
  all: Readonly<Record<string, Each>>,
  left: (each: Each) => Each | null,
): Readonly<Record<string, Each>> {
  const kept = Object.entries(all).flatMap(([part, each]) => {
    const now = left(each);
    return now === null ? [] : [[part, now] as const];
  });
  return Object.fromEntries(kept);
}
