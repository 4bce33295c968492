import type { setup as english } from '../../en/pages/setup.ts';

export const setup: typeof english = {
  steps: {
    title: 'Einrichten',
    systems: 'Welche Systeme?',
    first: 'Erstes System verbinden',
    second: 'Zweites System verbinden',
    connect: (system) => `${system} verbinden`,
    flows: 'Was wird abgeglichen?',
    questions: 'Fragen',
    dryRun: 'Probelauf',
    live: 'Live gehen',
  },
};
