/** What batches were about to do of a key of a listed flow, as the journal keeps it until one of them reports. */
import type { Begun } from '../../flows/bulk.ts';
import { updatesWhere } from '../../flows/left-begun.ts';
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
export function begunByOthers(begun: Begun, leasedUntil: number): Begun | null {
  const isOther = ({ at }: { readonly at: number }) => at !== leasedUntil;
  const others = <Sent extends { readonly at: number }>(all: Readonly<Record<string, Sent>>) =>
    Object.fromEntries(Object.entries(all).filter(([, each]) => isOther(each)));
  const { products, pictures, lists = [] } = begun;
  const left = {
    ...begun,
    ...{ products: others(products), pictures: others(pictures), lists: lists.filter(isOther) },
  };
  return updatesWhere(left, (_part, each) => isOther(each));
}
