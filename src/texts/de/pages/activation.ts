import type { activation as english } from '../../en/pages/activation.ts';
import { sentence } from '../../sentence.ts';

export const activation: typeof english = {
  title: (system) => `Aus ${system} verbinden`,
  what: (system) =>
    `Du musst keine Schlüssel kopieren: ${system} sendet sie von selbst an Koppel, wenn Koppel dort aktiviert wird.`,
  placeHint: 'Nur diese wird dann angenommen. Leer: die, unter der aktiviert wird.',
  show: 'Die beiden Adressen zeigen',
  anew: 'Adressen, die vorher gezeigt wurden, gelten dann nicht mehr.',
  waiting: (end) => sentence`Koppel wartet auf die Aktivierung, bis ${end}.`,
  underWay: (system) => `${system} wurde aktiviert. Koppel holt den Zugriff.`,
  done: (system) => `${system} wurde aktiviert, und die Schlüssel sind gespeichert.`,
  over: 'Die Stunde dieser Adressen ist vorbei. Lass dir neue zeigen.',
  addresses: 'Die beiden Adressen',
  once: (end) =>
    sentence`Kopiere sie jetzt: Sie werden nur dieses eine Mal gezeigt und gelten für eine Aktivierung, bis ${end}.`,
  enter: (system, menu) =>
    sentence`Öffne ${menu} in ${system} und füge dort Koppel hinzu: Trage beide Adressen ein, hake die Rechte an, speichere und aktiviere.`,
  connected: (system) => `${system} ist mit Koppel verbunden`,
  notConnected: (system) => `${system} ist noch nicht mit Koppel verbunden`,
  close: 'Die Schlüssel sind gespeichert. Du kannst dieses Fenster schließen.',
  unheard: (system) => `Koppel hat von ${system} noch nichts gehört. Aktiviere noch einmal.`,
  backTo: (system) => `Zurück zu ${system}`,
};
