import type { activation as english } from '../../en/pages/activation.ts';
import { sentence } from '../../sentence.ts';

export const activation: typeof english = {
  title: (system) => `Verbinden vanuit ${system}`,
  what: (system) =>
    `Je hoeft geen sleutels te kopiëren: ${system} stuurt ze zelf naar Koppel als Koppel daar wordt geactiveerd.`,
  placeHint: 'Alleen deze wordt dan aangenomen. Leeg: welke er ook wordt geactiveerd.',
  show: 'Toon de twee adressen',
  anew: 'Adressen die eerder zijn getoond gelden dan niet meer.',
  waiting: (end) => sentence`Koppel wacht op de activering, tot ${end}.`,
  underWay: (system) => `${system} is geactiveerd. Koppel haalt de toegang op.`,
  done: (system) => `${system} is geactiveerd en de sleutels zijn opgeslagen.`,
  over: 'Het uur van deze adressen is voorbij. Laat nieuwe tonen.',
  addresses: 'De twee adressen',
  once: (end) =>
    sentence`Kopieer ze nu: ze worden maar één keer getoond, en gelden voor één activering, tot ${end}.`,
  enter: (system, menu) =>
    sentence`Open ${menu} in ${system} en voeg daar Koppel toe: vul beide adressen in, vink de rechten aan, bewaar en activeer.`,
  connected: (system) => `${system} is verbonden met Koppel`,
  notConnected: (system) => `${system} is nog niet verbonden met Koppel`,
  close: 'De sleutels zijn opgeslagen. Je kunt dit venster sluiten.',
  unheard: (system) => `Koppel heeft nog niets van ${system} gehoord. Activeer het nog een keer.`,
  backTo: (system) => `Terug naar ${system}`,
};
