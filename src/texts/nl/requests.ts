import type { requests as english, Thing } from '../en/requests.ts';
import { stateIn } from '../stored-states.ts';
import { states } from './pages/states.ts';

const things: Readonly<Record<Thing, string>> = {
  integration: 'Deze koppeling',
  connection: 'Deze verbinding',
  flow: 'Deze stroom',
  stock_flow: 'Deze voorraadstroom',
  task: 'Deze taak',
  activity: 'Deze activiteit',
  order: 'Deze bestelling',
  level: 'Deze stand',
  token: 'Dit token',
  channel: 'Dit kanaal',
  revision: 'Deze versie',
  problem: 'Dit probleem',
  remedy: 'Dit overslaan van alles tegelijk',
  field: 'Dit veld',
  hook: 'Deze koppeling, of een verbinding die webhooks aanneemt,',
  activation: 'Dit adres voor een activering',
};

const refusals = {
  nobody: 'Log eerst in.',
  admin: 'Je token geldt voor enkele koppelingen, en dit hoort bij heel Koppel.',
  bookkeeper: 'Je token ziet alles, kan opnieuw proberen en overslaan, en wijzigt verder niets.',
  'read-only': 'Je token is alleen om te lezen.',
};

export const requests: typeof english = {
  not_found: ({ what }) => `${things[what]} bestaat niet.`,
  saved_meanwhile: () =>
    'Iemand anders heeft deze koppeling intussen opgeslagen. Open de koppeling opnieuw, breng je wijziging daarin aan en sla die op.',
  deleted: () => 'De koppeling is intussen verwijderd.',
  cause_over: () => 'Hier wacht niets meer op: kijk opnieuw in de lijst.',
  draft: () => 'Deze koppeling is een concept: zet die eerst live.',
  id_taken: () => 'Er is al een koppeling met dit id.',
  not_connected: ({ name }) => `"${name}" is nog niet verbonden: vul eerst de toegangsgegevens in.`,
  not_a_draft: () => 'Deze koppeling is al live.',
  name_taken: ({ name }) => `Er is al een verbinding "${name}".`,
  secret_unreadable: ({ name }) =>
    `De toegangsgegevens van "${name}" kunnen niet geopend worden: vul ze eerst opnieuw in.`,
  credentials_changed: () => 'De toegangsgegevens van deze verbinding zijn gewijzigd.',
  account_unchanged: ({ name }) => `"${name}" opent hetzelfde account als eerst.`,
  account_of_other_system: () => 'Een account van een ander systeem is een ander account.',
  account_changed: ({ name }) =>
    `"${name}" opent een ander account dan eerst: geef eerst aan wat dat betekent.`,
  access_not_asked: ({ name }) =>
    `Voor "${name}" wordt niemand om toegang gevraagd: de toegangsgegevens zijn genoeg.`,
  no_activation: ({ name }) =>
    `Het systeem van "${name}" kan Koppel niet zelf verbinden: vul de toegangsgegevens in.`,
  activation_used: () =>
    'Met deze adressen is Koppel al verbonden. Open voor een nieuwe activering andere adressen in Koppel.',
  activation_over: () =>
    'Dit adres geldt niet meer: open nieuwe adressen in Koppel en vul die in het systeem in.',
  activation_running: () => 'Koppel is de toegang al aan het ophalen.',
  open_tasks: ({ flows }) =>
    `Er zijn nog records onderweg in stromen die dit document niet heeft (${flows.join(', ')}). Houd de stroom tot ze klaar zijn; geef een verbinding een andere naam met \`rename\`; of sla ze over met \`?drop=true\`.`,
  flow_ambiguous: ({ flow, ids }) =>
    `Er zijn ${ids.length} stromen "${flow}"; noem er een als flow:from:to, bijvoorbeeld ${ids[0]}.`,
  number_ambiguous: ({ number, records, more }) =>
    `"${number}" past bij meer dan één record: ${records.join(', ')}${more ? ', …' : ''}.`,
  number_unknown: ({ number }) => `De bron heeft geen record waarvan het nummer begint met "${number}".`,
  task_state: ({ state, leftOut }) =>
    leftOut
      ? 'Dit is overgeslagen: dat kan teruggedraaid worden, tenzij hetzelfde record alweer opnieuw onderweg is, of daarna opnieuw is overgeslagen: draai dan dat terug.'
      : `Dit heeft de toestand "${stateIn(states, state)}": nu kan het niet opnieuw geprobeerd of overgeslagen worden, en niemand heeft het overgeslagen.`,
  not_allowed: ({ role }) => refusals[role],
  token_name_taken: ({ name }) => `Er is al een token "${name}".`,
  too_many_tokens: ({ max }) =>
    `Er zijn ${max} tokens en er komen er niet meer bij: trek er eerst een paar in.`,
  channel_name_taken: ({ name }) => `Er is al een kanaal "${name}".`,
  too_many_channels: ({ max }) =>
    `Er zijn ${max} kanalen en er komen er niet meer bij: verwijder er eerst een paar.`,
  no_email: () => 'Vul een e-mailadres in.',
  not_public: () => 'Vul een https-adres op het openbare internet in.',
  no_mail: () =>
    'Deze Koppel kan nog geen e-mail versturen: daarvoor zijn de binding ALERTS en ALERT_SENDER nodig.',
  batch_lost: () => 'Deze batch is intussen van een ander, of de stroom is gestopt.',
};
