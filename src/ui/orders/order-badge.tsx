import type { OrderState } from '../../engine/storage/register-row.ts';
import { useWords } from '../reader.ts';

/** How an order stands. The word says it; the colour only repeats it. */
const tones: Readonly<Record<OrderState, 'good' | 'quiet' | 'busy' | 'bad'>> = {
  queued: 'busy',
  waiting: 'busy',
  parked: 'bad',
  booked: 'good',
  credited: 'good',
  in_day: 'good',
  skipped: 'quiet',
};

export function OrderBadge({ state }: { state: OrderState }) {
  return <span class={`badge ${tones[state]}`}>{useWords().orderStates[state]}</span>;
}
