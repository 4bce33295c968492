/** Why a customer, or an order's customer, needs a person. */
import type { customers as en } from '../en/customers.ts';
import { taskButtons } from './pages/parts.ts';

const addressParts: Readonly<Record<string, string>> = {
  street: 'Straße',
  postalCode: 'Postleitzahl',
  city: 'Ort',
  country: 'Land',
};

/** Parts of a customer, as people call them. */
const partNames: Readonly<Record<string, string>> = {
  email: 'E-Mail-Adresse',
  kind: 'Firma oder Privatperson',
  contact: 'Ansprechpartner',
  vatNumber: 'USt-IdNr.',
  cocNumber: 'Handelskammernummer',
  reverseCharge: 'Reverse-Charge',
  phone: 'Telefonnummer',
};

/** What a part of a customer is called; a field that is mapped goes by its own name. */
export function partName(part: string): string {
  return Object.hasOwn(partNames, part) ? (partNames[part] ?? part) : part;
}

const kinds = { person: 'Privatperson', company: 'Firma' };

export const customers = {
  customer_gone: ({ of, system, id }) =>
    of === undefined
      ? { message: 'Die Quelle hat keinen Kunden mit dieser ID.', action: 'Prüfe die ID.' }
      : {
          message: `Der Kunde wurde in ${system} gelöscht (${id}) und hat sich seitdem in der Quelle geändert.`,
          action: `Damit er in ${system} neu angelegt wird, klicke auf der Seite dieses Datensatzes auf "${taskButtons.makeAgain}", oder gleiche ihn über seine ID ab; oder überspringe ihn, dann bleibt er von nun an unberührt. Ein erneuter Versuch ändert nichts.`,
        },
  customer_conflict: ({ system, fields }) => ({
    message: `Der Kunde wurde auf beiden Seiten geändert, seit beide zuletzt gleich waren, in der Quelle und in ${system}: ${fields.map(partName).join(', ')}. Alles andere wurde übertragen. Beide Werte stehen im Verlauf und auf der Seite dieses Datensatzes.`,
    action:
      'Sieh dir beide Werte an, trage den richtigen in beiden Systemen ein und versuche es erneut; oder überspringe dies, dann bleiben beide verschieden. Mit "conflicts" auf "source" gilt von nun an die Quelle.',
  }),
  email_missing: ({ of, system, field }) => {
    switch (of) {
      case 'order':
        return {
          message:
            'Die Bestellung hat keine E-Mail-Adresse; ihr Kunde kann daher weder gefunden noch angelegt werden.',
          action:
            'Füge der Bestellung im Shop eine E-Mail-Adresse hinzu, oder stelle "customer.defaultDebtor" ein, und versuche es erneut.',
        };
      case 'customer':
        return {
          message: 'Der Kunde hat keine E-Mail-Adresse; er kann daher weder gefunden noch angelegt werden.',
          action:
            'Füge in der Quelle eine E-Mail-Adresse hinzu und versuche es erneut, oder setze "withoutEmail" auf "skip".',
        };
      case 'target':
        return {
          message: `${system} nimmt keinen Datensatz ohne E-Mail-Adresse an.`,
          action: `Füge sie in der Quelle hinzu, oder ordne "${field}" zu, und versuche es erneut.`,
        };
    }
  },
  email_taken: ({ system, hidden, leaving }) => {
    if (hidden) {
      return {
        message: `${system} hat bereits einen Kunden mit dieser E-Mail-Adresse, den die Suche dort noch nicht zeigt.`,
        action: 'Nichts zu tun: Es wird von selbst erneut versucht.',
      };
    }
    return leaving
      ? {
          message: `Ein anderer Kunde von ${system} hat diese E-Mail-Adresse, bis seine eigene Änderung übertragen ist.`,
          action: 'Nichts zu tun, außer jener braucht dich: Es wird von selbst erneut versucht.',
        }
      : {
          message: `Der Kunde hat eine neue E-Mail-Adresse, und ein anderer Kunde von ${system} hat sie bereits.`,
          action: 'Führe die beiden dort zusammen, oder korrigiere die Adresse, und versuche es erneut.',
        };
  },
  email_fixed: ({ system }) => ({
    message: `Der Kunde hat eine neue E-Mail-Adresse, und ${system} lässt die eines Kunden nicht ändern.`,
    action: 'Ändere die Adresse dort von Hand und versuche es erneut; oder überspringe diese Änderung.',
  }),
  email_shared: ({ system, other }) => ({
    message: `Ein anderer Kunde von ${system} (${other}) hat dieselbe E-Mail-Adresse und wird bereits abgeglichen.`,
    action:
      'Gib einem von beiden eine andere Adresse, oder führe sie zusammen, und versuche es erneut; oder überspringe diesen.',
  }),
  customer_ambiguous: ({ of, system, ids, key }) => {
    const listed = ids.join(', ');
    switch (of) {
      case 'several':
        return {
          message: `${system} hat mehrere Kunden, zu denen ${key} gehören kann (${listed}): Sie haben dieselbe E-Mail-Adresse und denselben Namen.`,
          action:
            'Gib ihnen dort und in der Quelle ihre USt-IdNr., oder führe sie zusammen, und versuche es erneut.',
        };
      case 'taken':
        return {
          message: `Die E-Mail-Adresse von ${key} gehört in ${system} jemand anderem (${listed}): einer anderen Firma, oder einmal einer Firma und einmal einer Privatperson. ${system} lässt jede Adresse nur einmal zu.`,
          action:
            'Gib einem von beiden eine andere Adresse, oder korrigiere Firmenname und USt-IdNr., und versuche es erneut.',
        };
      case 'another':
        return {
          message: `Die E-Mail-Adresse von ${key} gehört in ${system} jemand anderem (${listed}), und das Anlegen von Kunden ist ausgeschaltet.`,
          action: 'Lege den Kunden dort an und versuche es erneut, oder erlaube "create".',
        };
      case 'stranger':
        return {
          message: `Die E-Mail-Adresse von ${key} gehört in ${system} einer Privatperson mit einem ganz anderen Namen (${listed}).`,
          action:
            'Korrigiere den Namen, falls es dieselbe Person ist, oder gib einer von beiden eine andere Adresse, und versuche es erneut; oder überspringe dies.',
        };
      case 'ordered':
        return {
          message: `Eine Bestellung von ${key} hat in ${system} einen Kunden angelegt (${listed}), dem ${key} jetzt nicht mehr entspricht: Eines ist eine Firma und das andere eine Privatperson, oder die Namen sind verschieden. Es kann trotzdem derselbe sein.`,
          action: `Ist es derselbe, gib ihm in ${system} dieselbe Kundenart und denselben Namen, und versuche es erneut. Ist es ein anderer, gleiche diesen Datensatz über seine ID ab, dann wird ein weiterer angelegt; oder überspringe dies.`,
        };
      case 'kept':
        return {
          message: `Die Bestellung nennt andere Daten als der Kunde mit ihrer E-Mail-Adresse in ${system} (${listed}); dieser wird mit den Kunden der Quelle abgeglichen, und ein weiterer darf nicht angelegt werden.`,
          action:
            'Erlaube "customer.create", oder setze "customer.update" auf false, damit der Kunde so verwendet wird, wie er ist, und versuche es erneut.',
        };
    }
  },
  customer_kind_differs: ({ system, id, kind }) => ({
    message: `Der Kunde ist in der Quelle inzwischen eine ${kind === 'company' ? kinds.company : kinds.person}, und in ${system} (${id}) eine ${kind === 'company' ? kinds.person : kinds.company}.`,
    action: `Ändere es in ${system}, falls das stimmt, und versuche es erneut; oder überspringe dies.`,
  }),
  duplicate_rule: ({ system, object, ids }) => ({
    message: `Eine Duplikatregel von ${system} hält den neuen Datensatz (${object}) für einen, den es schon gibt: ${ids.join(', ') || 'welchen, sagt sie nicht'}.`,
    action:
      'Gib jenem die E-Mail-Adresse des Kunden, falls es derselbe ist, und versuche es erneut; oder lass die Verbindung Duplikate speichern ("duplicates": "save"), und versuche es erneut.',
  }),
  customer_missing: () => ({
    message:
      'Das Zielsystem hat keinen Kunden mit dieser E-Mail-Adresse, und "customer.create" steht auf false.',
    action: 'Lege den Kunden dort an und versuche es erneut, oder erlaube "customer.create".',
  }),
  customer_vat_differs: ({ reverseCharge }) => ({
    message: `${reverseCharge ? 'Bei der Bestellung geht die Steuerschuld auf den Kunden über' : 'Die Bestellung berechnet USt'}, aber der vorhandene Kunde ist anders eingestellt.`,
    action:
      'Stelle Reverse-Charge beim Kunden im Zielsystem richtig ein, oder erlaube "customer.update", und versuche es erneut.',
  }),
  customer_group_unknown: ({ system, group }) => ({
    message: `"${group}" ist keine Nummer einer Kundengruppe von ${system}.`,
    action: 'Gib in der Einstellung "classification" die Nummer einer Gruppe an, und versuche es erneut.',
  }),
  address_incomplete: ({ system, missing, fields }) => ({
    message: `${system} nimmt keinen Datensatz ohne vollständige Adresse an; es fehlt: ${missing.map((part) => addressParts[part] ?? part).join(', ')}.`,
    action:
      fields.length === 0
        ? 'Vervollständige die Adresse in der Quelle und versuche es erneut.'
        : `Vervollständige die Adresse in der Quelle, oder ordne ${fields.map((field) => `"${field}"`).join(', ')} zu, und versuche es erneut.`,
  }),
  vat_number_missing: ({ field }) => ({
    message: 'Die Steuerschuld geht auf diese Firma über, aber sie hat keine USt-IdNr.',
    action: `Füge die USt-IdNr. im Shop hinzu, oder ordne "${field}" zu, und versuche es erneut.`,
  }),
  company_missing: ({ system, field }) => ({
    message: `Die Steuerschuld geht auf diesen Kunden über, aber er ist eine Privatperson; ${system} verlagert sie nur auf Firmen.`,
    action: `Füge den Firmennamen im Shop hinzu, oder ordne "${field}" den Wert false zu, und versuche es erneut.`,
  }),
} satisfies typeof en;
