/** How something is going. The word says it; the colour only repeats it. */
const tones: Readonly<Record<string, string>> = {
  active: 'good',
  done: 'good',
  'in order': 'good',
  paused: 'quiet',
  skipped: 'quiet',
  off: 'quiet',
  queued: 'quiet',
  running: 'busy',
  waiting: 'busy',
  parked: 'bad',
  problems: 'bad',
};

export function Badge({ word }: { word: string }) {
  return <span class={`badge ${tones[word] ?? 'quiet'}`}>{word}</span>;
}
