import type { Connector } from '../../connectors/contract/connector.ts';
import { fieldNames } from '../../mapping/fields.ts';
import { type Issue, issue, within } from '../../mapping/issue.ts';
import { intervalMs } from '../../records/interval.ts';
import type { LevelFlow } from '../bulk.ts';
import { checkMapped, fieldsByPart } from '../mapped.ts';
import { supported } from '../supported.ts';
import { levelSamples, mappedLevels } from './mapped.ts';
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
  targetFields: (target) => fieldNames(fieldsByPart(mappedLevels(target))),
  mapped: (_, target) => mappedLevels(target),
  samples: levelSamples,
  check: (settings, mapping, target) => [
    ...checkMapped(mapping, settings.fixed, mappedLevels(target)),
    ...checkNegative(settings, target).map((issue) => within(['settings'], issue)),
  ],
  verifyEveryMs: ({ verify }) => (verify === 'off' ? null : intervalMs(verify)),
  batchSize: (target) => target.stock?.target?.batchSize ?? 1,
  inTurn: (target) => target.stock?.target?.skus.kind === 'by-walk',
  run: async (context, batch) => runStock(context, supported(between(context), 'stock'), batch),
  preview: async (context, key) => previewLevels(context, supported(between(context), 'stock'), key),
};

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
