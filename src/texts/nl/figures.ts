import { figuresIn } from '../figures.ts';

export const { amount } = figuresIn('nl-NL');

/** The amounts in a text likewise: `0,52 · 21 %`. */
export function amountsIn(text: string): string {
  return text.replace(/-?\d+\.\d+/g, amount);
}

/** `1 bestelling`, `3 bestellingen`. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
