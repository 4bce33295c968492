/** What a mapping fills in of levels, and the levels that it can be tried on. */
import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import type { StockLevel } from '../../records/stock-level.ts';
import type { MappedPart, Sampling } from '../mapped.ts';
import { factorInput, stockFields } from './factor.ts';
import type { StockSettings } from './settings.ts';
import { levelsOf } from './source-level.ts';
import { chunks } from './work.ts';

/** The levels of a key. */
type Levels = readonly StockLevel[];

/** A mapping has the level's own fields alone: they need no part before their name. */
export function mappedLevels(target: Connector): MappedPart<Levels>[] {
  return [
    {
      part: '',
      group: 'level',
      input: factorInput,
      fields: target.stock?.target === undefined ? z.object({}) : stockFields,
      inputsOf: (levels) => levels.map((level) => ({ level })),
      usual: async () => ({ factor: 1 }),
    },
  ];
}

export const levelSamples: Sampling<StockSettings, Levels> = {
  read: async (connector, api, keys) => {
    const source = connector.stock?.source;
    const read = new Map<string, Levels>();
    if (source === undefined) return read;
    for (const chunk of chunks(keys, source.readSize))
      for (const [key, rows] of await source.levels(api, chunk, { locations: null })) read.set(key, rows);
    return read;
  },
  seen: (rows) => levelsOf(rows).filter(({ sku }) => sku !== undefined),
  nameOf: ([first], key) => first?.sku ?? key,
  traitsOf: () => [],
};
