/** How something is going. The word says it; the colour only repeats it. */
const tones: Readonly<Record<string, string>> = {
  active: 'good',
  done: 'good',
  'in order': 'good',
  'as it should be': 'good',
  paused: 'quiet',
  draft: 'quiet',
  skipped: 'quiet',
  off: 'quiet',
  queued: 'quiet',
  running: 'busy',
  waiting: 'busy',
  'on its way': 'busy',
  'trying again': 'busy',
  parked: 'bad',
  'needs you': 'bad',
  'need you': 'bad',
  problems: 'bad',
};

export function Badge({ word, count }: { word: string; count?: number }) {
  return (
    <span class={`badge ${tones[word] ?? 'quiet'}`}>{count === undefined ? word : `${count} ${word}`}</span>
  );
}

/** So many records or levels that a person has to do something about. */
export function NeedYou({ count }: { count: number }) {
  return <Badge word={count === 1 ? 'needs you' : 'need you'} count={count} />;
}
