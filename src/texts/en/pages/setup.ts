/** The set-up wizard: which systems, what opens them, and what is kept in step. */
export const setup = {
  /** The row of the seven steps. */
  steps: {
    title: 'Set-up',
    systems: 'Which systems?',
    first: 'Connect the first',
    second: 'Connect the second',
    connect: (system: string) => `Connect ${system}`,
    flows: 'What is kept in step?',
    questions: 'Questions',
    dryRun: 'Dry run',
    live: 'Go live',
  },
};
