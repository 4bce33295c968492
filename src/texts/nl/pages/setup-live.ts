import type { lastSteps as english, questions as englishQuestions } from '../../en/pages/setup-live.ts';
import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

export const lastSteps: typeof english = {
  recommended: (value) => `Aanbevolen: ${value}`,
  noQuestions: 'Voor deze twee systemen valt er niets te vragen: alles gaat op de gebruikelijke manier.',
  questionsIntro:
    'Het antwoord dat voor de meeste winkels past is al gekozen; wat ervan komt staat eronder. Je kunt alles later nog veranderen.',
  saveAnswers: 'Opslaan en proberen',
  allSettings: 'Alle instellingen',
  trialIntro:
    'Hier zie je wat er van de laatste records zou worden. Er wordt niets geschreven, in geen van beide systemen.',
  nothingToTry: 'Er wordt nog niets bijgehouden: kies eerst wat.',
  toLive: 'Verder: live zetten',
  toQuestions: 'Terug naar de vragen',
  tryNow: (count) => `Probeer de laatste ${number(count)}`,
  tryMore: (count) => `De volgende ${number(count)}`,
  tryAnew: 'Opnieuw vanaf het begin',
  noRecords: 'De bron heeft van het afgelopen jaar niets om mee te proberen.',
  allRight: (count) => `${counted(count, 'record', 'records')} geprobeerd: geen enkel wacht op jou.`,
  someWrong: (count, records) =>
    `${counted(records, 'record', 'records')} geprobeerd: ${counted(count, 'wacht', 'wachten')} op jou.`,
  noneCarried: 'Er zou niets worden overgenomen: de redenen staan hieronder.',
  someLeft: (count) => `${counted(count, 'wordt', 'worden')} overgeslagen.`,
  someUntried: (count) =>
    `${counted(count, 'record kon', 'records konden')} nu niet worden geprobeerd: probeer het later opnieuw.`,
  outcomes: {
    right: '✓ tot op de cent',
    fits: '✓ zoals het hoort',
    differs: 'wijkt af',
    waits: 'wacht nog',
    untried: 'niet geprobeerd',
  },
  change: 'Dat veranderen',
  fix: 'Oplossen',
  sideBySide: 'Naast elkaar',
  leftWhy: (reason) => `Waarom: ${reason}.`,
  savedMeanwhile: 'Iemand anders heeft deze koppeling intussen opgeslagen. Bekijk haar opnieuw en start dan.',
  hooksTitle: 'Hoe Koppel van wijzigingen hoort',
  polled: (system) => `${system} meldt zelf niets: Koppel vraagt wat er nieuw is.`,
  alertsTitle: 'Wie van problemen hoort',
  noAlerts: 'Nog niemand hoort ervan als iets op jou wacht.',
  someAlerts: (count) => `${counted(count, 'kanaal meldt', 'kanalen melden')} problemen van deze koppeling.`,
  addAlert: 'Kanalen: een toevoegen, een test sturen',
  fromTitle: 'Vanaf wanneer',
  fromHelp: 'Eerdere bestellingen worden nooit vanzelf geboekt, ook niet als ze later veranderen.',
  fromNow: 'Vanaf het moment dat je op Starten drukt, op de seconde',
  fromDay: 'Vanaf een dag: ook wat sindsdien is besteld',
  day: 'Dag',
  dayHelp: (zone) => `Die begint om middernacht in de tijdzone van de winkel, ${zone}.`,
  dayUntested: (shop) =>
    sentence`Die begint om middernacht in de tijdzone van de winkel. Die is nog niet bekend: ${shop} is nog niet getest.`,
  noDay: 'Vul een dag in.',
  askedFirst:
    'Er is nog niets gestart: kijk eerst hieronder wat deze dag zou boeken. Druk dan nog eens op Starten.',
  look: 'Laat zien wat dat zou boeken',
  lookMore: 'Bekijk er meer',
  reckonedTitle: 'Wat dat zou boeken',
  found: (count) => `${counted(count, 'record is', 'records zijn')} sindsdien gewijzigd.`,
  foundAtLeast: (count) => `Minstens ${counted(count, 'record is', 'records zijn')} sindsdien gewijzigd.`,
  wouldBook: (count, total) =>
    `${counted(count, 'zou worden geboekt', 'zouden worden geboekt')}${total === '' ? '' : `: ${total}`}`,
  wouldNeedYou: (count) => `${counted(count, 'zou op jou wachten', 'zouden op jou wachten')}`,
  wouldLeave: (count) =>
    `${counted(count, 'zou worden overgeslagen', 'zouden worden overgeslagen')}, zoals wat eerder is besteld`,
  estimate: (count) =>
    `Dit is alleen een schatting: ze komt van de eerste ${number(count)} die zijn bekeken.`,
  othersTitle: 'Wat er al is',
  othersHelp: 'Zonder vinkje wordt alleen overgenomen wat vanaf nu verandert; met vinkje alles wat er nu is.',
  start: 'Starten',
};

export const questions: typeof englishQuestions = {
  orders: {
    paid: {
      ask: 'Welke bestellingen worden overgenomen?',
      means: 'Een bestelling die niemand betaalt wordt nooit geboekt; ze volgt zodra ze is betaald',
      unset: 'Alle bestellingen, ook onbetaalde',
      yes: 'Aanbevolen: alleen betaalde bestellingen',
      no: 'Alleen onbetaalde bestellingen',
    },
    statuses: {
      ask: 'Alleen bestellingen met een van deze statussen?',
      means: 'Zonder vinkje worden bestellingen met elke status overgenomen, maar geen concepten',
    },
    paymentStatuses: {
      ask: 'Alleen bestellingen met een van deze betaalstatussen?',
      means: 'Zonder vinkje wordt niet naar de betaalstatus gekeken',
    },
    since: {
      ask: 'Vanaf welke dag?',
      means: 'Wat eerder is besteld wordt nooit overgenomen; je kunt dit ook kiezen als je live gaat',
      unset: 'Leeg: vanaf het moment van live gaan',
    },
    document: {
      ask: 'Wat wordt van een bestelling gemaakt?',
      means: 'De boekhouding krijgt een factuur, en geen offerte of bestelling',
      unset: 'Aanbevolen: een factuur',
    },
    state: {
      ask: 'Concepten of definitieve documenten?',
      means:
        'Een concept kun je bekijken, wijzigen en zelf versturen; een definitief document alleen crediteren',
    },
    'customer.classification': {
      ask: 'In welke klasse komen nieuwe klanten?',
      means: 'Zonder keuze in de klasse die het doelsysteem zelf geeft',
    },
    'vat.byRate': {
      ask: 'Welke btw-code hoort bij welk percentage?',
      means: 'Zonder keuze wordt de gebruikelijke code van het doelsysteem gebruikt',
    },
    'revenueAccount.byRate': {
      ask: 'Op welke grootboekrekening komt de omzet?',
      means:
        'Zonder keuze op de standaardrekening van de boekhouding; kies er een bij "Al het andere" voor alles',
    },
    'revenueAccount.shipping': {
      ask: 'Op welke grootboekrekening komen verzendkosten?',
      means: 'Zonder keuze waar de omzet komt',
      unset: 'Aanbevolen: zoals de omzet',
    },
    'shipping.methods': {
      ask: 'Welke verzendmethode is welke van het doelsysteem?',
      means: 'Zonder keuze houdt de bestelling de naam die de winkel geeft',
    },
    paymentMethods: {
      ask: 'Welke betaalmethode is welke van het doelsysteem?',
      means: 'Zonder keuze staat er niets over de betaling op het document',
    },
    products: {
      ask: 'Wat als het doelsysteem een product niet kent?',
      means: 'De bestelling gaat door met de tekst van haar regels',
    },
    refunds: {
      ask: 'Wat als een bestelling later wordt terugbetaald?',
      means: 'Je hoort het en beslist zelf; Koppel kan de creditnota ook zelf maken',
    },
  },
  products: {
    create: {
      ask: 'Producten maken die het doelsysteem niet heeft?',
      means:
        'Een nieuw product van de bron verschijnt in het doelsysteem; een met dezelfde SKU wordt gekoppeld',
    },
    vat: {
      ask: 'Welke btw-klasse is welke van het doelsysteem?',
      means: 'Zonder keuze wordt de klasse met hetzelfde tarief of dezelfde naam gezocht',
    },
    gone: {
      ask: 'Wat als een product in de bron wordt verwijderd?',
      means: 'Het blijft in het doelsysteem zoals het is; daar wordt nooit iets verwijderd',
    },
  },
  customers: {
    kinds: {
      ask: 'Welke klanten worden overgenomen?',
      means: 'Zonder vinkje zowel particulieren als bedrijven',
    },
    withoutEmail: {
      ask: 'Wat gebeurt er met klanten zonder e-mailadres?',
      means: 'Ze zijn niet te vinden en niet te maken, dus je beslist over elk',
    },
  },
  stock: {
    quantity: {
      ask: 'Welk aantal toont het doelsysteem?',
      means: 'Wat nog te verkopen is, zonder wat voor bestellingen is gereserveerd',
    },
    safetyStock: {
      ask: 'Hoeveel stuks houdt de bron achter?',
      means: 'Het doelsysteem toont er van alles zoveel minder',
    },
    sourceLocations: {
      ask: 'Welke locaties van de bron tellen mee?',
      means: 'Zonder vinkje alle locaties waaruit de bron verkoopt',
    },
    targetLocation: {
      ask: 'Op welke locatie van het doelsysteem komt de voorraad?',
      means: 'Zonder keuze op de locatie die het doelsysteem zelf kiest',
      unset: 'Aanbevolen: wat het doelsysteem kiest',
    },
  },
  categories: {
    root: {
      ask: 'Onder welke categorie van het doelsysteem?',
      means: 'Zonder keuze staat de boom helemaal bovenaan',
      unset: 'Aanbevolen: bovenaan',
    },
  },
};
