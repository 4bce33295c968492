import confirm from '@inquirer/confirm';
import input from '@inquirer/input';
import select from '@inquirer/select';
import type { Person } from './ports.ts';

/** Whoever sits at this terminal. */
export const person: Person = {
  confirm: (message) => confirm({ message, default: true }),
  ask: (message, preset, objection) =>
    input({ message, default: preset, validate: (answer) => objection(answer) ?? true }),
  choose: (message, choices) => select({ message, choices: [...choices] }),
};
