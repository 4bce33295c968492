import { figuresIn } from '../figures.ts';

export const figures = figuresIn('de-DE');
export const { amount, counted, day, money, number, plural } = figures;
