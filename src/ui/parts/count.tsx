import { useTexts } from '../reader.ts';

interface CountParts {
  readonly name: string;
  readonly value: number | null;
  readonly tone?: 'bad' | 'busy';
  /** There are more than `value`. */
  readonly more?: boolean;
}

/** A figure with what it counts. */
export function Count({ name, value, tone, more = false }: CountParts) {
  const { number } = useTexts().figures;
  const coloured = tone !== undefined && value !== null && value > 0;
  return (
    <div class={coloured ? `count ${tone}` : 'count'}>
      <dt>{name}</dt>
      <dd>{value === null ? '–' : `${number(value)}${more ? '+' : ''}`}</dd>
    </div>
  );
}
