import type {
  stock as english,
  stockNotes as englishNotes,
  stockReasons as englishReasons,
} from '../en/stock.ts';

const numbers: Readonly<Record<string, string>> = {
  available: 'hoeveel er beschikbaar is',
  onHand: 'hoeveel er ligt',
  availableAndIncoming: 'hoeveel er beschikbaar is en hoeveel er binnenkomt',
};

export const stock: typeof english = {
  sku_unknown: ({ system }) => ({
    message: `${system} heeft geen product met deze SKU.`,
    action:
      'Voeg het product daar toe, of verbeter de SKU in een van de twee; of zet "unknown" op "ignore", dan worden zulke standen alleen geteld.',
  }),
  sku_shared: ({ sku, keys }) => ({
    message: `SKU ${sku} staat meer dan één keer in de bron, of is voor het doelsysteem dezelfde: ${keys.join(', ')}. Welke stand klopt is niet bekend, en er is niets doorgegeven.`,
    action: 'Geef elk ervan in de bron een eigen SKU.',
  }),
  level_unread: ({ system, quantity }) => ({
    message: `${system} vermeldt bij deze voorraad niet ${numbers[quantity] ?? quantity}, op ten minste een van de gekozen locaties. Er is niets doorgegeven: wat niet bekend is, is niet nul.`,
    action: 'Bekijk de voorraad daar, of kies in de instellingen een andere "quantity".',
  }),
  level_refused: ({ system, said, systemCode = '' }) => ({
    message: `${system} weigert deze stand${systemCode === '' ? '' : ` (${systemCode})`}${said === '' ? '.' : `: ${said}`}`,
    action:
      'Verbeter daar of in de bron wat geweigerd wordt. De stand gaat opnieuw mee als hij verandert, of als jij erom vraagt.',
  }),
  level_moving: ({ system }) => ({
    message: `Een stand in ${system} veranderde terwijl hij werd bijgewerkt: door een verkoop die hier nog niet binnen is, door iemand anders, of doordat het product daar inmiddels een ander id heeft.`,
    action: 'Je hoeft niets te doen: de stand wordt opnieuw gelezen en beoordeeld.',
  }),
  parent_asleep: ({ system, parent }) => ({
    message: `De stand is bijgewerkt, maar ${system} toont ${parent}, waar hij bij hoort, nog steeds als uitverkocht.`,
    action: `Zet ${parent} in ${system} op voorradig.`,
  }),
};

export const stockReasons: typeof englishReasons = {
  written: () => 'klopt in het doelsysteem',
  unknown: () => 'het doelsysteem kent deze SKU niet',
  uncounted: () => 'wordt niet geteld, in de bron of in het doelsysteem',
  unplaced: () => 'geen voorraad op de gekozen locatie',
  set_aside: () => 'eerder geweigerd, en sindsdien niet veranderd',
  under_way: () => 'is nu onderweg in een batch',
  due: () => 'gaat mee met een van de volgende batches',
  nothing_told: () => 'sindsdien is er geen wijziging gemeld',
  not_active: () => 'de koppeling is gepauzeerd, of nog een concept',
  flow_off: () => 'de stroom staat uit',
  not_open: () => 'een van de verbindingen is nog niet gecontroleerd, of opent een ander account',
};

export const stockNotes: typeof englishNotes = {
  without_sku: ({ count }) =>
    count === 1
      ? 'Eén stand heeft geen SKU in de bron en wordt overgeslagen.'
      : `${count} standen hebben geen SKU in de bron en worden overgeslagen.`,
};
