import { sentence } from '../../sentence.ts';
import { counted, number, plural } from '../figures.ts';

/** Products and stock of one integration. */
export const stock = {
  title: 'Products and stock',
  none: 'No flow carries products or stock yet: add one in the settings.',
  products: 'Products',
  stockOf: <Part>(systems: Part) => sentence`Stock: ${systems}`,
  known: 'Levels known',
  right: 'As they should be',
  onTheirWay: 'On their way',
  tryingAgain: 'Trying again',
  needYou: 'Need you',
  doneToday: 'Done today',
  lookAgain: 'Check all of these again',
  whatNeedsYou: 'What needs you',
  suchAs: <Part>(example: Part) => sentence`such as ${example}`,
  left: 'Left as they are',
  levels: (count: number) => counted(count, 'level', 'levels'),
  reading: 'Changes are being read now.',
  knownUntil: <Part>(at: Part) => sentence`Changes are known up to ${at}.`,
  seeProblems: 'See what needs you',
  productSku: 'SKU of a product, or how it begins',
  showDone: 'Show what was done',
};

/** How far everything is. `until` null: it begins shortly. */
export const progress = {
  readingAll: <Part>(until: Part | null) =>
    until === null
      ? sentence`All levels of the source are being read; it begins shortly.`
      : sentence`All levels of the source are being read, as they were ${until}.`,
  readingSince: <Part>(since: Part, until: Part | null) =>
    until === null
      ? sentence`All that changed since ${since} is being read; it begins shortly.`
      : sentence`All that changed since ${since} is being read, as they were ${until}.`,
  underWay: (batches: number, records: number) =>
    `${plural(batches, 'One batch', `${number(batches)} batches`)} with ${plural(records, 'one record', `${number(records)} records`)} ${plural(batches, 'is', 'are')} being carried over.`,
  comparing: <Part>(looked: number, total: number, since: Part) =>
    sentence`All levels are being compared: ${number(looked)} of ${number(total)}, since ${since}`,
  neverCompared: 'A full comparison never runs by itself: "verify" is off.',
  comparedNext: <Part>(at: Part) =>
    sentence`The next full comparison with the target runs ${at}: what somebody changed there is corrected.`,
};

/** One SKU explained. */
export const level = {
  title: 'One SKU explained',
  sku: "SKU, as it is written, or the source's id of the product",
  find: 'Find',
  unknown: <Part>(sku: Part) =>
    sentence`Nothing is known of ${sku}. Either the source has no level of it, or it was not read yet. Small and capital letters count as different here.`,
  record: (key: string) => `Record ${key}`,
  refused: 'Refused',
  inSystem: (system: string) => `In ${system}`,
  nothingWritten: 'nothing written',
  lastRight: 'Last written or found right',
  never: 'never',
  idIn: (system: string) => `Id in ${system}`,
  none: 'none',
  recordIn: (system: string) => `Record in ${system}`,
  state: 'State:',
  drifted: <Part>(quantity: Part, system: string, at: Part) =>
    sentence`Somebody had changed it to ${quantity} in ${system}; that was corrected ${at}.`,
  wouldWrite: 'What would be written',
  wouldWriteOf: (name: string) => `of ${name}`,
  look: 'Check it now',
  whyNothing: 'Why nothing was written:',
  whyNothingSince: 'Why nothing was written since:',
  tried: <Part>(count: number, next: Part) =>
    sentence`${plural(count, 'Tried once', `Tried ${number(count)} times`)}, next ${next}.`,
};
