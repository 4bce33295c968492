import type { Api } from '../../src/connectors/contract/api.ts';
import type { FlowName } from '../../src/connectors/contract/connector.ts';
import type { Change, ChangePage, ChangeWindow, Source } from '../../src/connectors/contract/source.ts';

/** One page of what changed, of a source that can be asked for it. */
export function changePage(source: Source<unknown>, api: Api, window: ChangeWindow): Promise<ChangePage> {
  if (source.changes.kind !== 'by-time') throw new Error('it cannot be asked what changed');
  return source.changes.page(api, window);
}

/** All that changed in a window. */
export async function changesIn(
  source: Source<unknown>,
  api: Api,
  window: Omit<ChangeWindow, 'page'>,
  between: (page: ChangePage) => void = () => {},
): Promise<Change[]> {
  const changes: Change[] = [];
  for (let page: string | null = null; ; ) {
    const read: ChangePage = await changePage(source, api, { ...window, page });
    changes.push(...read.changes);
    if (read.next === null) return changes;
    page = read.next;
    between(read);
  }
}

/** All that a source names in a window, by either kind of changes: of a snapshot every row. */
export async function namedIn(
  flow: FlowName,
  source: Source<unknown>,
  api: Api,
  window: Omit<ChangeWindow, 'page'>,
): Promise<Change[]> {
  if (source.changes.kind === 'by-time') return changesIn(source, api, window);
  const named: Change[] = [];
  let page: string | null = null;
  do {
    const read: Awaited<ReturnType<typeof source.changes.page>> = await source.changes.page(api, {
      ...window,
      page,
    });
    for (const { key, digest: version, subject = key } of read.rows) {
      if (subject !== null) named.push({ flow, key: subject, version });
    }
    named.push(...(read.changes ?? []));
    page = read.next;
  } while (page !== null);
  return named;
}
