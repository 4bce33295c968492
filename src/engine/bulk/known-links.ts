import type { Begun, BegunElsewhere, OrderUnderWay } from '../../flows/bulk.ts';
import type { LinkedRecord } from '../../flows/links.ts';
import { anyDay } from '../../flows/orders/day/till-day.ts';
import { flowId } from '../configuration/configuration.ts';
import type { StepStore } from '../storage/steps.ts';
import type { Stores } from '../storage/stores.ts';
import { begunOf } from './begun-parts.ts';
import type { BatchAnswers, Question } from './claim.ts';
import { skusOff } from './moved-skus.ts';

/** What is known between two accounts, by their places. */
export interface Between {
  readonly from: string;
  readonly to: string;
}

/** Likewise, and whether orders go the other way now. */
export interface BothWays extends Between {
  readonly ordersGoBack: boolean;
}

/** So many orders that are on their way are told of: each is read for every batch. */
const maxOrders = 100;

/** Answers what a batch asks of links and of orders. */
export function answerQuestion(
  {
    links,
    openTasks,
    levels,
    steps,
    cursors,
  }: Pick<Stores, 'links' | 'openTasks' | 'levels' | 'steps' | 'cursors'>,
  { from, to, ordersGoBack }: BothWays,
  question: Question,
): BatchAnswers[Question['do']] {
  const linked = (record: LinkedRecord, keys: readonly string[], source: string, target: string) =>
    new Map(
      keys.flatMap((key) => {
        const link = links.get(record, source, target, key);
        return link === null ? [] : [[key, link.targetId] as const];
      }),
    );
  /** Links of the source's own products to this one of the target. */
  const products = (target: string) =>
    links
      .recordsOf('product', from, to, target)
      .flatMap(({ key, own }) => (own ? (links.get('product', from, to, key) ?? []) : []));
  switch (question.do) {
    case 'linked':
      return linked(question.record, question.keys, from, to);
    case 'linked-back':
      return linked(question.record, question.keys, to, from);
    case 'linked-to':
      return new Map(
        question.targetIds.map((target) => {
          const owners = links.recordsOf(question.record, from, to, target);
          return [target, owners.flatMap(({ key, own }) => (own ? [key] : []))];
        }),
      );
    case 'begun':
      return begunElsewhere(steps, { from, to }).products;
    case 'made':
      return question.targetIds.filter((target) =>
        (['product', 'part'] as const).some((record) =>
          links
            .recordsOf(record, from, to, target)
            .some(({ key, own }) => own && links.get(record, from, to, key)?.facts.made === true),
        ),
      );
    case 'off':
      // Without the flow nobody would tell when they are sold again.
      if (cursors.get(flowId({ flow: 'products', from, to })) === null) return [];
      return question.targetIds.flatMap((target) => products(target).flatMap(skusOff));
    case 'links-back-to':
      return new Map(
        question.keys.flatMap((source) => {
          const owner = links.recordsOf('product', to, from, source).find(({ own }) => own);
          const link = owner && links.get('product', to, from, owner.key);
          if (!owner || !link) return [];
          const begun = begunOf(steps, { from: to, to: from }, 'product', owner.key);
          const knownAt = links.knownAt('product', to, from, owner.key);
          return [[source, { key: owner.key, link, begun, ...knownAt }] as const];
        }),
      );
    case 'level-owners':
      return levels.ownersOf(flowId({ flow: 'stock', from, to }), question.skus);
    case 'orders-under-way':
      return ordersUnderWay({ openTasks }, { from, to, ordersGoBack });
  }
}

/** What batches of all sources are about to make in the target, or may have. */
export function begunElsewhere(steps: StepStore, { from, to }: Between): BegunElsewhere {
  const begun = steps.partsAt<Begun>(to, 'product').map(({ source, key, parts }) => {
    const of = <Each>(each: Each) => ({ ...each, key, own: source === from });
    const { products, lists = [] } = parts;
    return { products: Object.values(products).map(of), lists: lists.map(of) };
  });
  return {
    products: begun.flatMap(({ products }) => products),
    lists: begun.flatMap(({ lists }) => lists),
  };
}

/**
 * Orders of the target that the source may not know of as they are now. One that was booked is there, whatever a person has to see of it:
 * only what was added to it since is under way. Of a flow that is off none is: they may wait there for months, more of them than a batch can read.
 */
export function ordersUnderWay(
  { openTasks }: Pick<Stores, 'openTasks'>,
  { from, to, ordersGoBack }: BothWays,
): readonly OrderUnderWay[] {
  if (!ordersGoBack) return [];
  const flow = flowId({ flow: 'orders', from: to, to: from });
  return openTasks.underWay(flow, { from: to, to: from }, { except: anyDay, limit: maxOrders });
}
