/** The words of the pages, as in en/pages.ts. */
import * as settings from './pages/configuration.ts';
import * as errors from './pages/errors.ts';
import * as fields from './pages/fields.ts';
import * as frame from './pages/frame.ts';
import * as integration from './pages/integration.ts';
import * as overview from './pages/overview.ts';
import * as parts from './pages/parts.ts';
import * as people from './pages/people.ts';
import * as record from './pages/record.ts';
import * as session from './pages/session.ts';
import * as settingsForm from './pages/settings-form.ts';
import * as states from './pages/states.ts';
import * as stock from './pages/stock.ts';

export const pages = {
  ...settings,
  ...errors,
  ...fields,
  ...frame,
  ...integration,
  ...overview,
  ...parts,
  ...people,
  ...record,
  ...session,
  ...settingsForm,
  ...states,
  ...stock,
};
