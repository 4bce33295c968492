import type { reasons as english } from '../en/reasons.ts';
import type { LeftOutWhy } from '../left-out-why.ts';
import { day } from './figures.ts';
import { whatWentOn } from './orders.ts';

/** Why a booked order would not leave any more, by the code of the reason to skip it. */
const unwantedBy: Readonly<Record<string, string>> = {
  cancelled: 'hij is inmiddels geannuleerd',
  refunded: 'hij is inmiddels terugbetaald',
  placed_before: 'hij is geplaatst voor "since", of voordat de stroom live ging',
  status_excluded: 'zijn status staat niet in "statuses"',
  payment_status_excluded: 'zijn betaalstatus staat niet in "paymentStatuses"',
  draft: 'hij is een concept',
  not_paid: 'hij is niet betaald',
  paid: 'hij is betaald',
};

const places = { api: 'via de API', page: 'op een pagina' };

const kinds: Readonly<Record<string, string>> = { person: 'particulier', company: 'bedrijf' };

/** Why a person leaves all of a cause out. */
export const leftOutWhys: Readonly<Record<LeftOutWhy, string>> = {
  booked_by_hand: 'met de hand geboekt',
  test: 'een test',
  not_for_target: 'hoort niet in de boekhouding of de andere winkel',
  twice: 'staat er al',
  other: 'een andere reden',
};

function because(why: LeftOutWhy | undefined): string {
  return why === undefined ? '' : `: ${leftOutWhys[why] ?? why}`;
}

export const reasons: typeof english = {
  booked: () => 'geboekt',
  booked_before: ({ unwanted }) =>
    `eerder geboekt; ${unwantedBy[unwanted] ?? 'hij zou nu niet geboekt worden'}`,
  already_booked: () => 'al geboekt',
  went_on: ({ what }) => `sindsdien ${whatWentOn(what)}, en dat is doorgegeven`,
  found: () => 'staat al in het doelsysteem met deze referentie',
  left_out: ({ by, why }) => `door iemand overgeslagen, ${places[by]}${because(why)}`,
  taken_back: ({ by }) => `niet langer overgeslagen, door iemand teruggedraaid, ${places[by]}`,
  difference_accepted: () => 'het verschil is geaccepteerd',
  credited: () => 'gecrediteerd',
  credited_in_part: () => 'deels gecrediteerd',
  joined_day: ({ till, date }) => `toegevoegd aan de dag ${day(date)} van ${till}`,
  in_day: ({ till, date }) => `zit al in de dag ${day(date)} van ${till}`,
  changed_in_day: ({ till, date }) => `sindsdien gewijzigd, en zo in de dag ${day(date)} van ${till}`,
  day_empty: ({ till, date }) => `van de dag ${day(date)} van ${till} is geen bon meer over`,
  gone: () => 'staat niet meer in de bron',
  made_by_koppel: () => 'door Koppel zelf gemaakt: wat Koppel maakt wordt nooit verder overgezet',
  cancelled: () => 'geannuleerd voordat er geboekt was',
  refunded: () => 'terugbetaald voordat er geboekt was',
  placed_before: ({ since }) => `geplaatst voor ${day(since)}`,
  status_excluded: ({ status }) => `bestelstatus ${status} staat niet in "statuses"`,
  draft: ({ status }) => `daar nog een concept, en "statuses" noemt ${status} niet`,
  payment_status_excluded: ({ status }) => `betaalstatus ${status} staat niet in "paymentStatuses"`,
  not_paid: () => 'niet betaald, en "paid" is true',
  paid: () => 'betaald, en "paid" is false',
  kind_excluded: ({ kind }) => `${kinds[kind] ?? kind} staat niet in "kinds"`,
  country_excluded: ({ country }) =>
    country === '' ? 'heeft geen land' : `land ${country} staat niet in "countries"`,
  email_missing: () => 'heeft geen e-mailadres',
  nothing_new: () => 'niets nieuws',
  created: () => 'aangemaakt',
  updated: () => 'bijgewerkt',
  not_created: () => 'niet in het doelsysteem, en "create" is false',
  archived: () => 'gearchiveerd in het doelsysteem',
  already_so: () => 'al zo in het doelsysteem',
  dropped: () => 'overgeslagen toen de stroom uit de instellingen werd gehaald',
  left_gone: () => 'verwijderd in het doelsysteem, en zo gelaten',
  made_for_an_order: () => 'in het doelsysteem gemaakt voor een bestelling: wordt niet gesynchroniseerd',
  outside_root: () => 'niet onder de categorie waar de boom aan hangt',
  parent_not_made: ({ id }) => `de categorie erboven (${id}) staat niet in het doelsysteem`,
  not_updated: () => 'staat al in het doelsysteem, en "update" is false',
};
