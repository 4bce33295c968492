import type { work as english } from '../en/work.ts';
import { counted, day as written } from './figures.ts';

/** Why the settings leave records out, by the code of the reason. */
const leftOut: Readonly<Record<string, string>> = {
  placed_before: 'ze zijn geplaatst voor "since", of voordat de stroom live ging',
  not_paid: 'ze zijn niet betaald, en "paid" is true',
  paid: 'ze zijn betaald, en "paid" is false',
  status_excluded: 'hun status staat niet in "statuses"',
  payment_status_excluded: 'hun betaalstatus staat niet in "paymentStatuses"',
  kind_excluded: 'hun soort staat niet in "kinds"',
  country_excluded: 'hun land staat niet in "countries"',
  not_created: 'ze staan niet in het doelsysteem, en "create" is false',
  not_updated: 'ze staan al in het doelsysteem, en "update" is false',
};

const goesOn = 'Je hoeft niets te doen: het gaat vanzelf verder in de volgende.';

export const work: typeof english = {
  internal_error: ({ name }) => ({
    message: `Er ging iets mis in Koppel zelf (${name}).`,
    action: 'Het wordt vanzelf opnieuw geprobeerd; meld het met de logregel van deze taak als het blijft.',
  }),
  crashed: ({ times }) => ({
    message: `Koppel viel ${times} keer uit tijdens het werk aan dit record.`,
    action: 'Bekijk het record; probeer het los opnieuw, en meld het als het weer gebeurt.',
  }),
  all_skipped: ({ day, count, why, ofWhy }) => ({
    message: `Op ${written(day)} is alles overgeslagen: ${counted(count, 'record', 'records')}, ${ofWhy === count ? '' : `waarvan ${ofWhy} `}omdat ${leftOut[why] ?? 'de instellingen dat zeggen'}.`,
    action:
      'Kijk of de instellingen van deze stroom zo bedoeld zijn; deze melding verdwijnt zodra er een record wordt overgezet.',
  }),
  run_spent: () => ({
    message: 'Deze ronde heeft alle aanroepen gedaan die mogen.',
    action: goesOn,
  }),
  too_many_calls: ({ calls }) => ({
    message: `Dit record vergde ${calls} aanroepen en was nog niet klaar; meer mag een record er niet doen.`,
    action:
      'Kijk wat er bijzonder aan is, zoals heel veel regels met artikelen die opgezocht moeten worden; probeer het opnieuw, en meld het als het weer gebeurt.',
  }),
  flow_gone: ({ flow }) => ({
    message: `De stroom "${flow}" waarin deze records onderweg waren, is er niet meer.`,
    action: 'Zet de stroom terug in de instellingen, dan gaan ze verder; of sla ze over.',
  }),
  same_accounts: ({ others }) => ({
    message: `${others.join(', ')} ${others.length === 1 ? 'werkt' : 'werken'} met dezelfde twee accounts.`,
    action:
      'Pauzeer of verwijder ze op één na, tenzij ze verschillende records overzetten: anders wordt alles dubbel overgezet.',
  }),
  orders_ring: ({ others }) => ({
    message: `De bestellingen van deze koppeling komen via ${others.join(', ')} terug waar ze vandaan kwamen.`,
    action:
      'Wat Koppel zelf maakt wordt nooit verder overgezet, dus er gaat niets rond; kijk of dit de bedoeling is, en haal de stromen weg die dat niet zijn.',
  }),
  draft_again: () => ({
    message:
      'De koppeling was live en is weer een concept: er wordt niets overgezet, en op webhooks gebeurt niets.',
    action:
      'Zet haar opnieuw live: dan begint ze opnieuw. Laat "state" weg uit het document om een koppeling te laten zoals ze is.',
  }),
  sales_not_taken_off: ({ source, target }) => ({
    message: `Wat ${target} verkoopt gaat niet van de voorraad van ${source} af, terwijl Koppel die voorraad naar ${target} brengt.`,
    action: `Laat de bestellingen van ${target} naar ${source} gaan met "products" op "require" of "create": daar boekt ${source} ze af. Of houd genoeg aan in "safetyStock", of boek de stuks zelf af.`,
  }),
  hooks_refused: ({ system, flow, scope }) => ({
    message: `${system} meldt Koppel niet wanneer er iets van de stroom "${flow}" verandert${scope === undefined ? ': dat is geweigerd' : `: de app mist de scope ${scope}`}.`,
    action: `${scope === undefined ? '' : `Geef de app de scope ${scope}; Koppel vraagt het binnen een dag opnieuw. `}Zet tot die tijd "every" bij de stroom, zodat naar wijzigingen wordt gezocht.`,
  }),
  sibling_silent: () => ({
    message:
      'Een andere koppeling die met hetzelfde account werkt, antwoordt niet of dit record van die koppeling komt.',
    action:
      'Je hoeft niets te doen: het wordt vanzelf opnieuw gevraagd. Blijft dit, kijk dan naar die koppeling.',
  }),
  stalled: () => ({
    message: 'De koppeling was zonder melding stilgevallen.',
    action:
      'De koppeling is opnieuw gestart; als die weer werkt, hoor je dat ook. Meld het als dit vaak gebeurt.',
  }),
};
