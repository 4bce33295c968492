import { figuresIn } from '../figures.ts';

export const figures = figuresIn('nl-NL');
export const { amount, counted, day, money, number, plural } = figures;

/** The amounts in a text likewise: `0,52 · 21 %`. */
export function amountsIn(text: string): string {
  return text.replace(/-?\d+\.\d+/g, amount);
}
