import type { setup as english } from '../../en/pages/setup.ts';

export const setup: typeof english = {
  steps: {
    title: 'Instellen',
    systems: 'Welke systemen?',
    first: 'Eerste systeem verbinden',
    second: 'Tweede systeem verbinden',
    connect: (system) => `${system} verbinden`,
    flows: 'Wat blijft gelijk?',
    questions: 'Vragen',
    dryRun: 'Proefdraaien',
    live: 'Live gaan',
  },
};
