import { sentence } from '../../sentence.ts';
import { counted } from '../figures.ts';

/** Erasing a person. */
export const erasing = {
  title: 'Erase and delete',
  heading: 'Erase a person',
  help: 'Deletes what this link keeps of a person: the references to their customer record, the activity of their orders, and what else was kept that names their address. What stands in the shop and in the books stays there.',
  email: 'E-mail address',
  sure: 'Erase this person. I know that it cannot be undone.',
  erase: 'Erase',
  goOn: 'Go on',
  noEmail: 'Enter an e-mail address.',
  notSure: 'Confirm that this cannot be undone.',
  nothingKept: 'Nothing was kept about this person.',
  erased: (links: number, activity: number) =>
    `Erased: ${counted(links, 'reference', 'references')} and ${counted(activity, 'record', 'records')} of activity.`,
  unfinished: 'Not everything was searched yet: there is a lot of it. Press "Go on".',
  unopened: (count: number) =>
    `${counted(count, 'record', 'records')} could not be opened: the key that encrypted them is not set. Set it as ENCRYPTION_KEY_PREVIOUS and erase the person again.`,
};

/** Deleting an integration. */
export const deleting = {
  heading: 'Delete this link',
  help: 'Deletes its settings, credentials, tasks, references and activity. Orders that were booked stay booked, but Koppel no longer knows of them. Tokens and alert channels that are for this link alone go with it.',
  confirm: <Part>(id: Part) => sentence`Type ${id} to confirm`,
  delete: 'Delete the link',
  unconfirmed: (id: string) => `Nothing was deleted: type "${id}" to confirm.`,
};
