import { figuresIn } from '../figures.ts';

export const figures = figuresIn('tr-TR');
export const { amount, day, money, number } = figures;
