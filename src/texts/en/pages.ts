/** The words of the pages. */
import { configuration, reference, webhooks } from './pages/configuration.ts';
import { errors } from './pages/errors.ts';
import { frame } from './pages/frame.ts';
import {
  activity,
  attention,
  catalogue,
  connectionList,
  flowList,
  integration,
  tasks,
} from './pages/integration.ts';
import { overview, status } from './pages/overview.ts';
import { callList, flows, parts, sayings, taskButtons, totals } from './pages/parts.ts';
import { deleting, erasing } from './pages/people.ts';
import { preview, record, transfer } from './pages/record.ts';
import { access, session } from './pages/session.ts';
import { stateCounts, states } from './pages/states.ts';
import { level, progress, stock } from './pages/stock.ts';

export const pages = {
  frame,
  states,
  stateCounts,
  flows,
  sayings,
  parts,
  totals,
  callList,
  taskButtons,
  overview,
  status,
  session,
  access,
  errors,
  integration,
  attention,
  tasks,
  flowList,
  connectionList,
  activity,
  catalogue,
  record,
  transfer,
  preview,
  stock,
  progress,
  level,
  configuration,
  webhooks,
  reference,
  erasing,
  deleting,
};
