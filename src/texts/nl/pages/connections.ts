import type { connections as english } from '../../en/pages/connections.ts';
import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

export const connections: typeof english = {
  title: 'Verbindingen',
  test: 'Nu testen',
  all: 'Alles over de verbindingen',
  account: 'Account',
  currency: 'Valuta',
  country: 'Land',
  timeZone: 'Tijdzone',
  readAt: 'Opgezocht',
  untold: 'niet bekend',
  notRead: 'Het is nog niet bekend welk account dit opent.',
  lastCalled: 'Laatst aangeroepen',
  lastReceived: 'Laatste webhook',
  never: 'nooit',
  troubleSince: (at) => sentence`Problemen sinds ${at}.`,
  nextProbe: (at) => sentence`Nieuwe poging op ${at}.`,
  noWebhooks: (system) => `${system} stuurt geen webhooks: er wordt om wijzigingen gevraagd.`,
  hooksNotTaken: (system) =>
    `Webhooks van ${system} worden geweigerd: er is niets ingevuld waarmee ze ondertekend zijn. In plaats daarvan wordt om wijzigingen gevraagd.`,
  hooksRefused: (system, flow, scope) =>
    scope === null
      ? `${system} meldt geen wijzigingen van ${flow}, hoewel daarom gevraagd is.`
      : `${system} meldt geen wijzigingen van ${flow}: het recht ${scope} ontbreekt.`,
  scopesMissing: (count) => `${counted(count, 'recht ontbreekt', 'rechten ontbreken')}:`,
  scopesThere: 'Alle rechten die nodig zijn, zijn er.',
  scopesUntold: (system) =>
    `${system} zegt niet welke rechten gegeven zijn: een ontbrekend recht blijkt pas bij gebruik.`,
  scopesNeeded: (count) => `Heeft ${counted(count, 'recht', 'rechten')} nodig`,
  change: 'Wijzigen',
  changeOf: (system) => `${system} wijzigen`,
  savingTests: (system) =>
    `Als je opslaat, wordt ${system} meteen geprobeerd. Wat wacht, gaat daarna vanzelf verder.`,
  takeAway: (label) => `${label} weghalen`,
  savedWorks: (account, currency) => sentence`Opgeslagen, en het werkt: ${account}, ${currency}.`,
  savedFails: (name) => sentence`Opgeslagen, maar ${name} werkt nog niet: hieronder staat wat er mis is.`,
  renameTitle: 'Een andere naam',
  name: 'Naam',
  nameHint:
    'Kleine letters, cijfers en streepjes. Alles wat bewaard is blijft, en het oude webhookadres blijft werken.',
  rename: 'Hernoemen',
};
