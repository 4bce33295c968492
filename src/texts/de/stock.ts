/** Why a level is not written, or not as it should be. None of these texts names what a sentence for many levels cannot. */
import type { stock as en, stockNotes as enNotes, stockReasons as enReasons } from '../en/stock.ts';

const numbers: Readonly<Record<string, string>> = {
  available: 'wie viel verfügbar ist',
  onHand: 'wie viel vorhanden ist',
  availableAndIncoming: 'wie viel verfügbar ist und wie viel noch eingeht',
};

export const stock = {
  sku_unknown: ({ system }) => ({
    message: `${system} hat kein Produkt mit dieser SKU.`,
    action:
      'Lege das Produkt dort an, oder korrigiere die SKU in einem der beiden Systeme; oder setze "unknown" auf "ignore", dann werden solche Bestände nur gezählt.',
  }),
  sku_shared: ({ sku, keys }) => ({
    message: `Die SKU ${sku} steht mehr als einmal in der Quelle, oder ist für das Zielsystem dieselbe: ${keys.join(', ')}. Welcher Bestand stimmt, ist nicht bekannt; keiner wurde geschrieben.`,
    action: 'Gib jedem davon in der Quelle eine eigene SKU.',
  }),
  level_unread: ({ system, quantity }) => ({
    message: `${system} nennt bei diesem Bestand nicht, ${numbers[quantity] ?? quantity}, zumindest an einem der gewählten Lagerorte. Es wurde nichts geschrieben: Was nicht bekannt ist, ist nicht null.`,
    action: 'Sieh dir den Bestand dort an, oder wähle in den Einstellungen eine andere "quantity".',
  }),
  level_refused: ({ system, said, systemCode = '' }) => ({
    message: `${system} lehnt diesen Bestand ab${systemCode === '' ? '' : ` (${systemCode})`}${said === '' ? '.' : `: ${said}`}`,
    action:
      'Korrigiere dort oder in der Quelle, was abgelehnt wird. Der Bestand wird wieder gesendet, wenn er sich ändert oder wenn du es verlangst.',
  }),
  level_moving: ({ system }) => ({
    message: `Ein Bestand in ${system} hat sich geändert, während er geschrieben wurde: durch einen Verkauf, der noch nicht eingetroffen ist, oder durch jemand anderen; oder sein Artikel hat dort inzwischen eine andere ID.`,
    action: 'Nichts zu tun: Er wird neu gelesen, und es wird neu entschieden.',
  }),
  parent_asleep: ({ system, parent }) => ({
    message: `Der Bestand wurde geschrieben, aber ${system} zeigt ${parent}, zu dem er gehört, weiterhin als ausverkauft.`,
    action: `Kennzeichne ${parent} in ${system} als vorrätig.`,
  }),
} satisfies typeof en;

/** What a level is, where nothing is wrong with it: the states of levels; and why nothing was written since. */
export const stockReasons = {
  written: () => 'im Zielsystem so, wie es sein soll',
  unknown: () => 'das Zielsystem hat keine solche SKU',
  uncounted: () => 'nicht gezählt, in der Quelle oder im Zielsystem',
  unplaced: () => 'kein Bestand davon am gewählten Lagerort',
  set_aside: () => 'zuvor abgelehnt und seitdem unverändert',
  under_way: () => 'gerade mit einer Übertragung unterwegs',
  due: () => 'geht mit einer der nächsten Übertragungen',
  nothing_told: () => 'seitdem wurde keine Änderung gemeldet',
  not_active: () => 'die Verknüpfung ist pausiert oder ein Entwurf',
  flow_off: () => 'der Abgleich ist ausgeschaltet',
  not_open: () => 'eine ihrer Verbindungen wurde noch nicht geprüft oder öffnet ein anderes Konto',
} satisfies typeof enReasons;

/** What a preview says beside its figures. */
export const stockNotes = {
  without_sku: ({ count }) =>
    `${count === 1 ? 'Ein Bestand hat' : `${count} Bestände haben`} in der Quelle keine SKU und ${count === 1 ? 'wird' : 'werden'} übersprungen.`,
} satisfies typeof enNotes;
