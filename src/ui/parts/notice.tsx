import type { Child } from 'hono/jsx';

/** What was just done, by the code that a redirect carries: an address never brings its own words. */
const sayings: Readonly<Record<string, string>> = {
  accepted: 'The account has been accepted: the flows go on.',
  created:
    'The integration has been created. Check its connections, then enter the webhook address in the shop where it is asked for.',
  deleted: 'The integration and everything that it kept have been deleted.',
  'logged-out': 'You are logged out.',
  'level-retried': 'The SKU is looked at in both systems with the next batch.',
  'levels-retried': 'Everything that waited is looked at in both systems again.',
  paused: 'Paused: nothing runs until you resume it. Webhooks are still stored.',
  resumed: 'Resumed: everything that waited continues now.',
  retried: 'The task is tried again, with the newest settings and mapping.',
  'retried-all':
    'Every parked task is tried again, with the newest settings and mapping, and every level that waited for you.',
  saved: 'The configuration has been saved.',
  skipped:
    'The record has been left out. It stands under "Left out by a person", where that can be taken back.',
  'synced-some': 'The records are brought across now.',
  unskipped: 'The record is no longer left out: it is tried again, with the newest settings and mapping.',
  synced: 'Reading changes now: new tasks appear here as they are found.',
};

export function Saying({ code }: { code: string | undefined }) {
  const text = code !== undefined && Object.hasOwn(sayings, code) ? sayings[code] : undefined;
  return text === undefined ? null : <Notice tone="good">{text}</Notice>;
}

export function Notice({ tone, children }: { tone: 'good' | 'bad' | 'quiet'; children?: Child }) {
  return (
    <div class={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}
