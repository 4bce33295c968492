import { figuresIn } from '../figures.ts';

export const figures = figuresIn('de-DE');
export const { amount, day, counted, number, plural } = figures;
