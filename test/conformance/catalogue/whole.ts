import type { FlowName } from '../../../src/connectors/contract/connector.ts';
import type { Source } from '../../../src/connectors/contract/source.ts';
import { namedIn } from '../../connectors/read-changes.ts';
import type { Played } from '../played.ts';

const hourMs = 3_600_000;

type Changing = Pick<Source<unknown>, 'changes'>;

/** Every key that the source has ever named, with its version. */
export async function named(
  played: Played,
  flow: FlowName,
  { changes }: Changing,
): Promise<ReadonlyMap<string, string | undefined>> {
  return namedSince(played, flow, { changes }, new Date(0));
}

/** The same of what changed since then. Of a snapshot every row. */
export async function namedSince(
  played: Played,
  flow: FlowName,
  { changes }: Changing,
  since: Date,
): Promise<ReadonlyMap<string, string | undefined>> {
  const source = { changes, get: async () => null };
  const window = { since, until: new Date(Date.now() + hourMs) };
  const all = await namedIn(flow, source, played.api(), window);
  return new Map(all.map(({ key, version }) => [key, version]));
}

/** The keys that a source names after the deed as it did not before: new ones, and those of another version. */
export async function changedBy(
  played: Played,
  flow: FlowName,
  source: Changing,
  deed: () => Promise<void>,
): Promise<readonly string[]> {
  const before = await named(played, flow, source);
  // Systems stamp whole seconds.
  const since = new Date(Math.floor(Date.now() / 1000) * 1000);
  await deed();
  const after = await namedSince(played, flow, source, since);
  return [...after]
    .filter(([key, version]) => !before.has(key) || version === undefined || before.get(key) !== version)
    .map(([key]) => key);
}
