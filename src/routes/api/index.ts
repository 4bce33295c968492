import { bearer } from '../bearer.ts';
import { limitBody } from '../body-limit.ts';
import { onError, onNotFound } from '../problem-response.ts';
import { activationRoutes } from './activations.ts';
import { activityRoutes } from './activity.ts';
import { auditRoutes } from './audit.ts';
import { channelRoutes } from './channels.ts';
import { connectionRoutes } from './connections.ts';
import { connectorRoutes } from './connectors.ts';
import { dryRunRoutes } from './dry-run.ts';
import { insightRoutes } from './insights.ts';
import { integrationRoutes } from './integrations.ts';
import { inLanguages, languagesTold } from './languages.ts';
import { lookupRoutes } from './lookups.ts';
import { mappingRoutes } from './mapping.ts';
import { orderRoutes } from './orders.ts';
import { peopleRoutes } from './people.ts';
import { problemRoutes } from './problems.ts';
import { noReservedKeys } from './reserved-keys.ts';
import { revisionRoutes } from './revisions.ts';
import { setUpRoutes } from './set-up.ts';
import { apiRoutes } from './shapes.ts';
import { stockRoutes } from './stock.ts';
import { tagged } from './tags.ts';
import { taskRoutes } from './tasks.ts';
import { tokenRoutes } from './tokens.ts';
import { workRoutes } from './work.ts';

const maxBytes = 1024 * 1024;

/** The API under `/api`, with its OpenAPI description. */
export const api = apiRoutes();

api.use(bearer);
api.use(limitBody(maxBytes));
api.use(noReservedKeys);
api.route('/', connectorRoutes);
api.route('/', integrationRoutes);
api.route('/', revisionRoutes);
api.route('/', lookupRoutes);
api.route('/', setUpRoutes);
api.route('/', mappingRoutes);
api.route('/', connectionRoutes);
api.route('/', activationRoutes);
api.route('/', orderRoutes);
api.route('/', insightRoutes);
api.route('/', peopleRoutes);
api.route('/', workRoutes);
api.route('/', taskRoutes);
api.route('/', problemRoutes);
api.route('/', stockRoutes);
api.route('/', dryRunRoutes);
api.route('/', activityRoutes);
api.route('/', tokenRoutes);
api.route('/', auditRoutes);
api.route('/', channelRoutes);

api.openAPIRegistry.registerComponent('securitySchemes', 'admin', { type: 'http', scheme: 'bearer' });
api.get('/openapi.json', (context) => context.json(apiDescription(), 200, { 'content-language': 'en' }));
/** The description of every call (OpenAPI 3.1). */
export function apiDescription() {
  const description = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Koppel', version: '1.0.0', description: languagesTold },
    servers: [{ url: '/api' }],
    security: [{ admin: [] }],
  });
  return { ...description, paths: tagged(inLanguages(description.paths)) };
}

api.onError(onError);
api.notFound(onNotFound);
