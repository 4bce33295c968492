import type { setup as english } from '../../en/pages/setup.ts';

export const setup: typeof english = {
  steps: {
    title: 'Kurulum',
    systems: 'Hangi sistemler?',
    first: 'İlk sistemi bağla',
    second: 'İkinci sistemi bağla',
    connect: (system) => `${system}: bağlan`,
    flows: 'Neler eşitlensin?',
    questions: 'Sorular',
    dryRun: 'Deneme çalıştırması',
    live: 'Canlıya geç',
  },
};
