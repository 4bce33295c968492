import { figuresIn } from '../figures.ts';

export const figures = figuresIn('en-GB');
export const { counted, number, plural } = figures;
