import { sentence } from '../../sentence.ts';

/** The form of the document. */
export const configuration = {
  title: 'Settings',
  newTitle: 'New link',
  newCrumb: 'new',
  help: 'Two connections and the flows between them. This example books the paid orders of an Ecwid shop as draft invoices in Jortt: fill in the credentials, and change what you like.',
  /** What a new integration is called to begin with, and what its mapping writes before the number of an order. */
  example: { name: 'My webshop', remark: 'Order' },
  create: 'Create the link',
  save: 'Save',
  id: 'Id',
  idHint: <Part>(example: Part) =>
    sentence`Small letters, digits and dashes, such as ${example}. It is part of the webhook address and cannot be changed later.`,
  document: 'Settings (JSON)',
  secretsKept: 'Secrets are left out here, and leaving them out keeps them. Enter a new one to replace it.',
  secretsSealed: 'Secrets are encrypted when you save, and never shown again.',
  drop: 'Skip what still waits in flows that I take out',
  nothingSaved: 'Nothing was saved.',
  corrections: (count: number): string => (count === 1 ? 'Please correct this:' : 'Please correct these:'),
  file: 'Exported settings',
  fileHint:
    'Instead of what stands below: the file of another link. Its secrets are not in it: those that lack are named.',
  line: (number: number) => `line ${number}`,
  taken: 'is taken: there is a link with this id already',
  badId: 'must be 1 to 40 of a-z, 0-9 and -',
  /** `why`: what the runtime says of it, in English. */
  notJson: (why: string) => `is not JSON: ${why}`,
  tooDeep: 'is nested too deep',
};

/** Where systems send their webhooks. */
export const webhooks = {
  title: 'Webhook address',
  entered: 'Enter it in the shop, so that an order is booked as soon as it comes in.',
  byStaff:
    'The staff of the system enters it: ask them for it. Then an order is booked as soon as it comes in.',
  own: 'Koppel asks for these webhooks by itself. Enter the address only if the deployment does not know its own (PUBLIC_URL).',
  pattern:
    'Where the next page asks for it, enter this in the shop after you have created the link; that page shows it in full. The parts in capitals are its id and the name of its connection to the shop.',
};

/** What may stand in the document. */
export const reference = {
  title: 'What it may contain',
  credentialsOf: <Part>(system: string, id: Part) => sentence`${system}: credentials of ${id}`,
  settingsOf: <Part>(flow: Part) => sentence`Settings of the flow ${flow}`,
  mappingOf: <Part>(flow: Part, system: string) =>
    sentence`What a mapping of ${flow} to ${system} may fill in`,
  field: 'Field',
  needed: 'Required',
  secret: 'Secret',
  isNeeded: 'yes',
  isOptional: 'no: take the field out if you have none',
  isSecret: 'yes: encrypted, and never shown again',
  isOpen: 'no',
  oneOf: <Part>(values: Part) => sentence`One of ${values}.`,
  byDefault: <Part>(value: Part) => sentence`Default ${value}.`,
  choice: 'A choice: map, default, force.',
  ofType: (type: string) => `A value of type ${type}.`,
};
