import type { Child } from 'hono/jsx';

/** What was just done, by the code that a redirect carries: an address never brings its own words. */
const sayings: Readonly<Record<string, string>> = {
  accepted: 'The account has been accepted: the flows go on.',
  created:
    'The integration has been created. Check its connections, then enter the webhook address in the shop.',
  deleted: 'The integration and everything that it kept have been deleted.',
  'logged-out': 'You are logged out.',
  paused: 'Paused: nothing runs until you resume it. Webhooks are still stored.',
  resumed: 'Resumed: everything that waited continues now.',
  retried: 'The task is tried again, with the newest settings and mapping.',
  'retried-all': 'Every parked task is tried again, with the newest settings and mapping.',
  saved: 'The configuration has been saved.',
  skipped: 'The record has been left out.',
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
