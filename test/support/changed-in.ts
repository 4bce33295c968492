import type { Api } from '../../src/connectors/contract/api.ts';
import type { ChangePage, ChangeWindow, Source } from '../../src/connectors/contract/source.ts';

/** A page of what changed in a window, of a source that can be asked for it. */
export async function changedIn(
  source: Source<unknown>,
  api: Api,
  window: ChangeWindow,
): Promise<ChangePage> {
  if (source.changes.kind !== 'by-time') throw new Error('This source lists all it has.');
  return source.changes.page(api, window);
}
