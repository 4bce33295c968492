import type { lastSteps as english, questions as englishQuestions } from '../../en/pages/setup-live.ts';
import { sentence } from '../../sentence.ts';
import { counted, number } from '../figures.ts';

export const lastSteps: typeof english = {
  recommended: (value) => `Empfohlen: ${value}`,
  noQuestions: 'Für diese beiden Systeme gibt es nichts zu fragen: Alles läuft wie üblich.',
  questionsIntro:
    'Die Antwort, die für die meisten Shops passt, ist schon gewählt; was daraus folgt, steht darunter. Du kannst alles später ändern.',
  saveAnswers: 'Speichern und probieren',
  allSettings: 'Alle Einstellungen',
  trialIntro:
    'Hier siehst du, was aus den letzten Datensätzen würde. Geschrieben wird nichts, in keinem der beiden Systeme.',
  nothingToTry: 'Noch wird nichts abgeglichen: Wähle zuerst aus, was.',
  toLive: 'Weiter: in Betrieb nehmen',
  toQuestions: 'Zurück zu den Fragen',
  tryNow: (count) => `Die letzten ${number(count)} probieren`,
  tryMore: (count) => `Die nächsten ${number(count)}`,
  tryAnew: 'Von vorn probieren',
  noRecords: 'Die Quelle hat aus dem letzten Jahr nichts, womit sich das probieren lässt.',
  allRight: (count) => `${counted(count, 'Datensatz', 'Datensätze')} probiert: Keiner braucht dich.`,
  someWrong: (count, records) =>
    `${counted(records, 'Datensatz', 'Datensätze')} probiert: ${counted(count, 'braucht', 'brauchen')} dich.`,
  noneCarried: 'Nichts würde übertragen: Die Gründe stehen darunter.',
  someLeft: (count) => `${counted(count, 'wird', 'werden')} übersprungen.`,
  someUntried: (count) =>
    `${counted(count, 'Datensatz konnte', 'Datensätze konnten')} jetzt nicht probiert werden: Versuch es später noch einmal.`,
  outcomes: {
    right: '✓ auf den Cent genau',
    fits: '✓ wie es sein soll',
    differs: 'weicht ab',
    waits: 'wartet',
    untried: 'nicht probiert',
  },
  change: 'Das ändern',
  fix: 'Beheben',
  sideBySide: 'Nebeneinander',
  leftWhy: (reason) => `Warum: ${reason}.`,
  savedMeanwhile:
    'Jemand anderes hat diese Verknüpfung inzwischen gespeichert. Sieh sie dir noch einmal an und starte dann.',
  hooksTitle: 'Wie Koppel von Änderungen erfährt',
  polled: (system) => `${system} meldet nichts von sich aus: Koppel fragt nach Neuem.`,
  alertsTitle: 'Wer von Problemen erfährt',
  noAlerts: 'Noch erfährt niemand, wenn etwas dich braucht.',
  someAlerts: (count) => `${counted(count, 'Kanal meldet', 'Kanäle melden')} Probleme dieser Verknüpfung.`,
  addAlert: 'Kanäle: einen hinzufügen, einen Test senden',
  fromTitle: 'Ab wann',
  fromHelp: 'Frühere Bestellungen werden nie von selbst gebucht, auch wenn sie sich später ändern.',
  fromNow: 'Ab dem Moment, in dem du auf Starten drückst, auf die Sekunde',
  fromDay: 'Ab einem Tag: auch was seitdem bestellt wurde',
  day: 'Tag',
  dayHelp: (zone) => `Er beginnt um Mitternacht in der Zeitzone des Shops, ${zone}.`,
  dayUntested: (shop) =>
    sentence`Er beginnt um Mitternacht in der Zeitzone des Shops. Die ist noch nicht bekannt: ${shop} wurde noch nicht getestet.`,
  noDay: 'Gib einen Tag ein.',
  askedFirst:
    'Noch ist nichts gestartet: Sieh dir zuerst weiter unten an, was dieser Tag buchen würde. Drück dann noch einmal auf Starten.',
  look: 'Zeigen, was das buchen würde',
  lookMore: 'Mehr davon ansehen',
  reckonedTitle: 'Was das buchen würde',
  found: (count) => `${counted(count, 'Datensatz wurde', 'Datensätze wurden')} seitdem geändert.`,
  foundAtLeast: (count) =>
    `Mindestens ${counted(count, 'Datensatz wurde', 'Datensätze wurden')} seitdem geändert.`,
  wouldBook: (count, total) =>
    `${counted(count, 'würde gebucht', 'würden gebucht')}${total === '' ? '' : `: ${total}`}`,
  wouldNeedYou: (count) => `${counted(count, 'würde dich brauchen', 'würden dich brauchen')}`,
  wouldLeave: (count) =>
    `${counted(count, 'würde übersprungen', 'würden übersprungen')}, etwa was vorher bestellt wurde`,
  estimate: (count) => `Das ist nur eine Schätzung: aus den ersten ${number(count)}, die angesehen wurden.`,
  othersTitle: 'Was schon da ist',
  othersHelp: 'Ohne Häkchen wird nur übertragen, was sich ab jetzt ändert; mit Häkchen alles, was es gibt.',
  start: 'Starten',
};

export const questions: typeof englishQuestions = {
  orders: {
    paid: {
      ask: 'Welche Bestellungen werden übertragen?',
      means: 'Eine Bestellung, die niemand bezahlt, wird nie gebucht; sie folgt, sobald sie bezahlt ist',
      unset: 'Alle Bestellungen, auch unbezahlte',
      yes: 'Empfohlen: nur bezahlte Bestellungen',
      no: 'Nur unbezahlte Bestellungen',
    },
    statuses: {
      ask: 'Nur Bestellungen mit einem dieser Status?',
      means: 'Ohne Häkchen werden Bestellungen mit jedem Status übertragen, aber keine Entwürfe',
    },
    paymentStatuses: {
      ask: 'Nur Bestellungen mit einem dieser Zahlungsstatus?',
      means: 'Ohne Häkchen wird der Zahlungsstatus nicht beachtet',
    },
    since: {
      ask: 'Ab welchem Tag?',
      means:
        'Was vorher bestellt wurde, wird nie übertragen; du kannst es auch bei der Inbetriebnahme wählen',
      unset: 'Leer: ab der Inbetriebnahme',
    },
    document: {
      ask: 'Was wird aus einer Bestellung?',
      means: 'Die Buchhaltung bekommt eine Rechnung und kein Angebot oder keine Bestellung',
      unset: 'Empfohlen: eine Rechnung',
    },
    state: {
      ask: 'Entwürfe oder endgültige Dokumente?',
      means:
        'Einen Entwurf kannst du ansehen, ändern und selbst senden; Endgültiges lässt sich nur gutschreiben',
    },
    'customer.classification': {
      ask: 'In welche Klasse kommen neue Kunden?',
      means: 'Ohne Wahl in die Klasse, die das Zielsystem selbst gibt',
    },
    'vat.byRate': {
      ask: 'Welcher Steuercode gehört zu welchem Prozentsatz?',
      means: 'Ohne Wahl wird der übliche Code des Zielsystems verwendet',
    },
    'revenueAccount.byRate': {
      ask: 'Auf welches Sachkonto kommt der Umsatz?',
      means: 'Ohne Wahl auf das Standardkonto der Buchhaltung; wähle eines bei "Alles andere" für alle',
    },
    'revenueAccount.shipping': {
      ask: 'Auf welches Sachkonto kommen Versandkosten?',
      means: 'Ohne Wahl dorthin, wohin der Umsatz kommt',
      unset: 'Empfohlen: wie der Umsatz',
    },
    'shipping.methods': {
      ask: 'Welche Versandart ist welche des Zielsystems?',
      means: 'Ohne Wahl behält die Bestellung den Namen, den der Shop gibt',
    },
    paymentMethods: {
      ask: 'Welche Zahlungsart ist welche des Zielsystems?',
      means: 'Ohne Wahl sagt das Dokument nichts über die Zahlung',
    },
    products: {
      ask: 'Was, wenn das Zielsystem einen Artikel nicht kennt?',
      means: 'Die Bestellung geht mit dem Text ihrer Positionen weiter',
    },
    refunds: {
      ask: 'Was, wenn eine Bestellung später erstattet wird?',
      means: 'Du erfährst es und entscheidest; Koppel kann die Gutschrift auch selbst erstellen',
    },
  },
  products: {
    create: {
      ask: 'Artikel anlegen, die das Zielsystem nicht hat?',
      means: 'Ein neuer Artikel der Quelle erscheint im Zielsystem; einer mit derselben SKU wird verknüpft',
    },
    vat: {
      ask: 'Welche Steuerklasse ist welche des Zielsystems?',
      means: 'Ohne Wahl wird die Klasse mit demselben Satz oder Namen gesucht',
    },
    gone: {
      ask: 'Was, wenn ein Artikel in der Quelle gelöscht wird?',
      means: 'Er bleibt im Zielsystem, wie er ist; gelöscht wird dort nie etwas',
    },
  },
  customers: {
    kinds: {
      ask: 'Welche Kunden werden übertragen?',
      means: 'Ohne Häkchen Privatpersonen und Firmen',
    },
    withoutEmail: {
      ask: 'Was ist mit Kunden ohne E-Mail-Adresse?',
      means: 'Sie lassen sich weder finden noch anlegen, also entscheidest du über jeden',
    },
  },
  stock: {
    quantity: {
      ask: 'Welche Menge zeigt das Zielsystem?',
      means: 'Was noch verkauft werden kann, ohne was für Bestellungen reserviert ist',
    },
    safetyStock: {
      ask: 'Wie viele Stück hält die Quelle zurück?',
      means: 'Das Zielsystem zeigt von allem so viele weniger',
    },
    sourceLocations: {
      ask: 'Welche Standorte der Quelle zählen mit?',
      means: 'Ohne Häkchen alle, von denen die Quelle verkauft',
    },
    targetLocation: {
      ask: 'An welchen Standort des Zielsystems kommt der Bestand?',
      means: 'Ohne Wahl an den, den das Zielsystem selbst wählt',
      unset: 'Empfohlen: was das Zielsystem wählt',
    },
  },
  categories: {
    root: {
      ask: 'Unter welcher Kategorie des Zielsystems?',
      means: 'Ohne Wahl steht der Baum ganz oben',
      unset: 'Empfohlen: ganz oben',
    },
  },
};
