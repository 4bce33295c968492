import { sentence } from '../../sentence.ts';

/** A connection that the people of a system make there. */
export const activation = {
  title: (system: string) => `Connect from ${system}`,
  what: (system: string) =>
    `You need not copy any keys: ${system} sends them to Koppel by itself when Koppel is activated there.`,
  placeHint: 'Only this one is then taken. Left empty, whichever is activated.',
  show: 'Show the two addresses',
  anew: 'Addresses that were shown before are then not good any more.',
  waiting: <Part>(end: Part) => sentence`Koppel waits for the activation, until ${end}.`,
  underWay: (system: string) => `${system} was activated. Koppel is fetching the access.`,
  done: (system: string) => `${system} was activated, and its keys are stored.`,
  over: 'The hour of these addresses is over. Have new ones shown.',
  addresses: 'The two addresses',
  once: <Part>(end: Part) =>
    sentence`Copy them now: they are shown this once, and are good for one activation, until ${end}.`,
  enter: <Part>(system: string, menu: Part) =>
    sentence`Open ${menu} in ${system} and add Koppel there: enter both addresses, tick the permissions, save, and activate it.`,
  connected: (system: string) => `${system} is connected to Koppel`,
  notConnected: (system: string) => `${system} is not connected to Koppel yet`,
  close: 'The keys are stored. You can close this window.',
  unheard: (system: string) => `Koppel has heard nothing of ${system} yet. Activate it once more.`,
  backTo: (system: string) => `Back to ${system}`,
};
