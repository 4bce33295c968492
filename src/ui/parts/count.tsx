/** A figure with what it counts. */
export function Count({ name, value, tone }: { name: string; value: number | null; tone?: 'bad' | 'busy' }) {
  const coloured = tone !== undefined && value !== null && value > 0;
  return (
    <div class={coloured ? `count ${tone}` : 'count'}>
      <dt>{name}</dt>
      <dd>{value === null ? '–' : grouped(value)}</dd>
    </div>
  );
}

function grouped(value: number): string {
  return new Intl.NumberFormat('en').format(value);
}
