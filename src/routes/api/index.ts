import { bearer } from '../admin.ts';
import { limitBody } from '../body-limit.ts';
import { onError, onNotFound } from '../problem-response.ts';
import { activityRoutes } from './activity.ts';
import { connectionRoutes } from './connections.ts';
import { connectorRoutes } from './connectors.ts';
import { dryRunRoutes } from './dry-run.ts';
import { integrationRoutes } from './integrations.ts';
import { inLanguages, languagesTold } from './languages.ts';
import { lookupRoutes } from './lookups.ts';
import { peopleRoutes } from './people.ts';
import { noReservedKeys } from './reserved-keys.ts';
import { revisionRoutes } from './revisions.ts';
import { apiRoutes } from './shapes.ts';
import { stockRoutes } from './stock.ts';
import { taskRoutes } from './tasks.ts';
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
api.route('/', connectionRoutes);
api.route('/', peopleRoutes);
api.route('/', workRoutes);
api.route('/', taskRoutes);
api.route('/', stockRoutes);
api.route('/', dryRunRoutes);
api.route('/', activityRoutes);

api.openAPIRegistry.registerComponent('securitySchemes', 'admin', { type: 'http', scheme: 'bearer' });
api.get('/openapi.json', (context) => {
  const description = api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Koppel', version: '1.0.0', description: languagesTold },
    servers: [{ url: '/api' }],
    security: [{ admin: [] }],
  });
  return context.json({ ...description, paths: inLanguages(description.paths) }, 200, {
    'content-language': 'en',
  });
});
api.onError(onError);
api.notFound(onNotFound);
