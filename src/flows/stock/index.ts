import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { checkNames } from '../../mapping/check-names.ts';
import { checkFields, fieldNames } from '../../mapping/fields.ts';
import { type Issue, issue, within } from '../../mapping/issue.ts';
import { intervalMs } from '../../records/interval.ts';
import type { LevelFlow } from '../bulk.ts';
import { supported } from '../supported.ts';
import { factorInput, stockFields } from './factor.ts';
import { previewLevels } from './preview.ts';
import { runStock } from './run.ts';
import { type StockSettings, stockSettings } from './settings.ts';
import type { Context, Endpoints } from './work.ts';

export const stock: LevelFlow<StockSettings> = {
  kind: 'levels',
  name: 'stock',
  settings: stockSettings,
  source: (connector) => connector.stock?.source,
  supports: (source, target) => endpointsOf(source, target) !== null,
  targetFields: (target) => fieldNames(targetParts(target)),
  check: (settings, mapping, target) => [
    ...checkFields(mapping, settings.fixed, targetParts(target)),
    ...checkNames(mapping, { '': factorInput }).map((issue) => within(['mapping'], issue)),
    ...checkNegative(settings, target).map((issue) => within(['settings'], issue)),
  ],
  verifyEveryMs: ({ verify }) => (verify === 'off' ? null : intervalMs(verify)),
  batchSize: (target) => target.stock?.target?.batchSize ?? 1,
  inTurn: (target) => target.stock?.target?.skus.kind === 'by-walk',
  run: async (context, batch) => runStock(context, supported(between(context), 'stock'), batch),
  preview: async (context, key) => previewLevels(context, supported(between(context), 'stock'), key),
};

/** A mapping has the level's own fields alone: they need no part before their name. */
function targetParts(target: Connector): Record<string, z.ZodObject> {
  return { '': target.stock?.target === undefined ? z.object({}) : stockFields };
}

function checkNegative({ negative }: StockSettings, target: Connector): Issue[] {
  if (!negative || target.stock?.target === undefined || target.stock.target.negative) return [];
  return [issue(['negative'], 'takes_no_negative', { system: target.name })];
}

function endpointsOf(source: Connector, target: Connector): Endpoints | null {
  const from = source.stock?.source;
  const to = target.stock?.target;
  return from && to ? { source: from, target: to } : null;
}

function between({ source, target }: Context): Endpoints | null {
  return endpointsOf(source.connector, target.connector);
}
