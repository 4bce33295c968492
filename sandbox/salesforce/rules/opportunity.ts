/** Sheet 5.6: what follows from the stage, and the amount, which is that of the lines where there are any. */
import Big from 'big.js';
import { type JsonObject, numberIn } from '../../kit/json.ts';
import { asNumber, sumOf } from '../../kit/money/cents.ts';
import type { Org } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { write } from '../records/writing.ts';
import { invalid } from '../refusal.ts';
import { requireActiveBook } from './entries.ts';
import type { ObjectRules } from './rules.ts';

export const opportunityRules: ObjectRules = {
  beforeCreate: (org, fields) => {
    requireActiveBook(org, fields.Pricebook2Id);
    const { Probability: own = null } = fields;
    return { ...fields, ...staged(org, fields), ...(own === null ? {} : { Probability: own }) };
  },
  beforeUpdate: (org, before, changes) => {
    requireActiveBook(org, changes.Pricebook2Id);
    const hasLines = linesOf(org, before.id).length > 0;
    if (
      hasLines &&
      changes.Pricebook2Id !== undefined &&
      changes.Pricebook2Id !== before.fields.Pricebook2Id
    ) {
      throw invalid('FIELD_INTEGRITY_EXCEPTION', 'Pricebook2Id cannot be changed any more', 'Pricebook2Id');
    }
    const { Amount: _, ...others } = changes;
    const kept = hasLines ? others : changes;
    return changes.StageName === undefined ? kept : { ...staged(org, changes), ...kept };
  },
};

export function linesOf(org: Org, id: string): Row[] {
  return org.children('OpportunityLineItem', 'OpportunityId', id);
}

export function totalOpportunity(org: Org, id: string): void {
  const row = org.row('Opportunity', id);
  if (row === undefined) return;
  const lines = linesOf(org, id);
  const amount = asNumber(sumOf(lines.map(({ fields }) => Big(numberIn(fields, 'TotalPrice')))));
  write(org, row, {
    HasOpportunityLineItem: lines.length > 0,
    ...(lines.length > 0 ? { Amount: amount } : {}),
  });
}

function staged(org: Org, { StageName: stage }: JsonObject): JsonObject {
  const found = org.settings().stages.find(({ value }) => value === stage);
  if (found === undefined) return {};
  const { closed, won, probability } = found;
  return { IsClosed: closed, IsWon: won, Probability: probability };
}
