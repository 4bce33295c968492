/** The words of the pages, as in en/pages.ts. */
import * as activation from './pages/activation.ts';
import * as alerts from './pages/alerts.ts';
import * as audit from './pages/audit.ts';
import * as settings from './pages/configuration.ts';
import * as connections from './pages/connections.ts';
import * as desk from './pages/desk.ts';
import * as errors from './pages/errors.ts';
import * as fields from './pages/fields.ts';
import * as frame from './pages/frame.ts';
import * as help from './pages/help.ts';
import * as insights from './pages/insights.ts';
import * as integration from './pages/integration.ts';
import * as mappingEditor from './pages/mapping-editor.ts';
import * as orders from './pages/orders.ts';
import * as overview from './pages/overview.ts';
import * as parts from './pages/parts.ts';
import * as people from './pages/people.ts';
import * as product from './pages/product.ts';
import * as record from './pages/record.ts';
import * as session from './pages/session.ts';
import * as settingsForm from './pages/settings-form.ts';
import * as setup from './pages/setup.ts';
import * as setupLive from './pages/setup-live.ts';
import * as states from './pages/states.ts';
import * as stock from './pages/stock.ts';
import * as targetFields from './pages/target-fields.ts';
import * as tokens from './pages/tokens.ts';

export const pages = {
  ...activation,
  ...alerts,
  ...audit,
  ...settings,
  ...connections,
  ...desk,
  ...errors,
  ...fields,
  ...frame,
  ...help,
  ...insights,
  ...integration,
  ...mappingEditor,
  ...orders,
  ...overview,
  ...parts,
  ...people,
  ...product,
  ...record,
  ...session,
  ...settingsForm,
  ...setup,
  ...setupLive,
  ...states,
  ...stock,
  ...targetFields,
  ...tokens,
};
