/** Why a customer, or an order's customer, needs a person. */
import type { customers as en } from '../en/customers.ts';

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
      ? { message: 'Die Quelle hat keinen Kunden mit dieser ID.', action: 'Prüfen Sie die ID.' }
      : {
          message: `Der Kunde wurde in ${system} gelöscht (${id}) und hat sich seitdem in der Quelle geändert.`,
          action: `Damit er in ${system} neu angelegt wird, drücken Sie "Make again" auf der Seite dieses Datensatzes, oder gleichen Sie ihn über seine ID ab; oder überspringen Sie ihn, dann bleibt er von nun an unberührt. Ein erneuter Versuch ändert nichts.`,
        },
  customer_conflict: ({ system, fields }) => ({
    message: `Der Kunde wurde auf beiden Seiten geändert, seit beide zuletzt gleich waren, in der Quelle und in ${system}: ${fields.map(partName).join(', ')}. Alles andere wurde übertragen. Beide Werte stehen im Aktivitätsprotokoll und auf der Seite dieses Datensatzes.`,
    action:
      'Sehen Sie sich beide Werte an, tragen Sie den richtigen in beiden Systemen ein und versuchen Sie es erneut; oder überspringen Sie dies, dann bleiben beide verschieden. Mit "conflicts" auf "source" gilt von nun an die Quelle.',
  }),
  email_missing: ({ of, system, field }) => {
    switch (of) {
      case 'order':
        return {
          message:
            'Die Bestellung hat keine E-Mail-Adresse; ihr Kunde kann daher weder gefunden noch angelegt werden.',
          action:
            'Fügen Sie der Bestellung im Shop eine E-Mail-Adresse hinzu, oder stellen Sie "customer.defaultDebtor" ein, und versuchen Sie es erneut.',
        };
      case 'customer':
        return {
          message: 'Der Kunde hat keine E-Mail-Adresse; er kann daher weder gefunden noch angelegt werden.',
          action:
            'Fügen Sie in der Quelle eine E-Mail-Adresse hinzu und versuchen Sie es erneut, oder setzen Sie "withoutEmail" auf "skip".',
        };
      case 'target':
        return {
          message: `${system} nimmt keinen Datensatz ohne E-Mail-Adresse an.`,
          action: `Fügen Sie sie in der Quelle hinzu, oder ordnen Sie "${field}" zu, und versuchen Sie es erneut.`,
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
          action: 'Nichts zu tun, sofern jener nicht geparkt ist: Es wird von selbst erneut versucht.',
        }
      : {
          message: `Der Kunde hat eine neue E-Mail-Adresse, und ein anderer Kunde von ${system} hat sie bereits.`,
          action:
            'Führen Sie die beiden dort zusammen, oder berichtigen Sie die Adresse, und versuchen Sie es erneut.',
        };
  },
  email_fixed: ({ system }) => ({
    message: `Der Kunde hat eine neue E-Mail-Adresse, und ${system} lässt die eines Kunden nicht ändern.`,
    action:
      'Ändern Sie die Adresse dort von Hand und versuchen Sie es erneut; oder überspringen Sie diese Änderung.',
  }),
  email_shared: ({ system, other }) => ({
    message: `Ein anderer Kunde von ${system} (${other}) hat dieselbe E-Mail-Adresse und wird bereits abgeglichen.`,
    action:
      'Geben Sie einem von beiden eine andere Adresse, oder führen Sie sie zusammen, und versuchen Sie es erneut; oder überspringen Sie diesen.',
  }),
  customer_ambiguous: ({ of, system, ids, key }) => {
    const listed = ids.join(', ');
    switch (of) {
      case 'several':
        return {
          message: `${system} hat mehrere Kunden, zu denen ${key} gehören kann (${listed}): Sie haben dieselbe E-Mail-Adresse und denselben Namen.`,
          action:
            'Geben Sie ihnen dort und in der Quelle ihre USt-IdNr., oder führen Sie sie zusammen, und versuchen Sie es erneut.',
        };
      case 'taken':
        return {
          message: `Die E-Mail-Adresse von ${key} gehört in ${system} jemand anderem (${listed}): einer anderen Firma, oder einmal einer Firma und einmal einer Privatperson. ${system} lässt jede Adresse nur einmal zu.`,
          action:
            'Geben Sie einem von beiden eine andere Adresse, oder berichtigen Sie Firmenname und USt-IdNr., und versuchen Sie es erneut.',
        };
      case 'another':
        return {
          message: `Die E-Mail-Adresse von ${key} gehört in ${system} jemand anderem (${listed}), und das Anlegen von Kunden ist ausgeschaltet.`,
          action: 'Legen Sie den Kunden dort an und versuchen Sie es erneut, oder erlauben Sie "create".',
        };
      case 'stranger':
        return {
          message: `Die E-Mail-Adresse von ${key} gehört in ${system} einer Privatperson mit einem ganz anderen Namen (${listed}).`,
          action:
            'Berichtigen Sie den Namen, falls es dieselbe Person ist, oder geben Sie einer von beiden eine andere Adresse, und versuchen Sie es erneut; oder überspringen Sie dies.',
        };
      case 'kept':
        return {
          message: `Die Bestellung nennt andere Daten als der Kunde mit ihrer E-Mail-Adresse in ${system} (${listed}); dieser wird mit den Kunden der Quelle abgeglichen, und ein weiterer darf nicht angelegt werden.`,
          action:
            'Erlauben Sie "customer.create", oder setzen Sie "customer.update" auf false, damit der Kunde so verwendet wird, wie er ist, und versuchen Sie es erneut.',
        };
    }
  },
  customer_kind_differs: ({ system, id, kind }) => ({
    message: `Der Kunde ist in der Quelle inzwischen eine ${kind === 'company' ? kinds.company : kinds.person}, und in ${system} (${id}) eine ${kind === 'company' ? kinds.person : kinds.company}.`,
    action: `Ändern Sie es in ${system}, falls das stimmt, und versuchen Sie es erneut; oder überspringen Sie dies.`,
  }),
  duplicate_rule: ({ system, object, ids }) => ({
    message: `Eine Duplikatregel von ${system} hält den neuen Datensatz (${object}) für einen, den es schon gibt: ${ids.join(', ') || 'welchen, sagt sie nicht'}.`,
    action:
      'Geben Sie jenem die E-Mail-Adresse des Kunden, falls es derselbe ist, und versuchen Sie es erneut; oder lassen Sie die Verbindung Duplikate speichern ("duplicates": "save"), und versuchen Sie es erneut.',
  }),
  customer_missing: () => ({
    message:
      'Das Zielsystem hat keinen Kunden mit dieser E-Mail-Adresse, und "customer.create" steht auf false.',
    action: 'Legen Sie den Kunden dort an und versuchen Sie es erneut, oder erlauben Sie "customer.create".',
  }),
  customer_vat_differs: ({ reverseCharge }) => ({
    message: `${reverseCharge ? 'Bei der Bestellung geht die Steuerschuld auf den Kunden über' : 'Die Bestellung berechnet USt'}, der vorhandene Kunde ist anders eingestellt.`,
    action:
      'Stellen Sie Reverse-Charge beim Kunden im Zielsystem richtig ein, oder erlauben Sie "customer.update", und versuchen Sie es erneut.',
  }),
  customer_group_unknown: ({ system, group }) => ({
    message: `"${group}" ist keine Nummer einer Kundengruppe von ${system}.`,
    action:
      'Geben Sie in der Einstellung "classification" die Nummer einer Gruppe an, und versuchen Sie es erneut.',
  }),
  address_incomplete: ({ system, missing, fields }) => ({
    message: `${system} nimmt keinen Datensatz ohne vollständige Adresse an; es fehlt: ${missing.map((part) => addressParts[part] ?? part).join(', ')}.`,
    action:
      fields.length === 0
        ? 'Vervollständigen Sie die Adresse in der Quelle und versuchen Sie es erneut.'
        : `Vervollständigen Sie die Adresse in der Quelle, oder ordnen Sie ${fields.map((field) => `"${field}"`).join(', ')} zu, und versuchen Sie es erneut.`,
  }),
  vat_number_missing: ({ field }) => ({
    message: 'Die Steuerschuld geht auf diese Firma über, aber sie hat keine USt-IdNr.',
    action: `Fügen Sie die USt-IdNr. im Shop hinzu, oder ordnen Sie "${field}" zu, und versuchen Sie es erneut.`,
  }),
  company_missing: ({ system, field }) => ({
    message: `Die Steuerschuld geht auf diesen Kunden über, aber er ist eine Privatperson; ${system} verlagert sie nur auf Firmen.`,
    action: `Fügen Sie den Firmennamen im Shop hinzu, oder ordnen Sie "${field}" false zu, und versuchen Sie es erneut.`,
  }),
} satisfies typeof en;
