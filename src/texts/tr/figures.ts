import { figuresIn } from '../figures.ts';

export const { amount, day } = figuresIn('tr-TR');
