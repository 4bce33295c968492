import { figuresIn } from '../figures.ts';

export const figures = figuresIn('en-GB');
export const { counted, money, number, plural } = figures;
