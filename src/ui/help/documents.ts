import alerts from '../../../docs/alerts.md';
import api from '../../../docs/api.md';
import architecture from '../../../docs/architecture.md';
import ccv from '../../../docs/connectors/ccv.md';
import ecwid from '../../../docs/connectors/ecwid.md';
import jortt from '../../../docs/connectors/jortt.md';
import magento from '../../../docs/connectors/magento.md';
import mijnwebwinkel from '../../../docs/connectors/mijnwebwinkel.md';
import salesforce from '../../../docs/connectors/salesforce.md';
import shopify from '../../../docs/connectors/shopify.md';
import cost from '../../../docs/cost.md';
import decision1 from '../../../docs/decisions/0001-engine-free-of-cloudflare.md';
import decision2 from '../../../docs/decisions/0002-no-http-library.md';
import decision3 from '../../../docs/decisions/0003-writes-that-may-have-happened.md';
import decision4 from '../../../docs/decisions/0004-itty-durable.md';
import decision5 from '../../../docs/decisions/0005-rounding-to-the-cent.md';
import decision6 from '../../../docs/decisions/0006-rate-limit-from-answers.md';
import decision7 from '../../../docs/decisions/0007-codes-not-sentences.md';
import decision8 from '../../../docs/decisions/0008-digests-in-the-engine.md';
import decision9 from '../../../docs/decisions/0009-sessions-over-ports.md';
import decision10 from '../../../docs/decisions/0010-orders-as-a-state-switch.md';
import decision11 from '../../../docs/decisions/0011-a-customer-is-not-an-address.md';
import decision12 from '../../../docs/decisions/0012-whose-document-it-is.md';
import decision13 from '../../../docs/decisions/0013-places-of-accounts.md';
import decision14 from '../../../docs/decisions/0014-whose-field-it-is.md';
import decision15 from '../../../docs/decisions/0015-own-work.md';
import decision16 from '../../../docs/decisions/0016-whose-product-it-is.md';
import decision17 from '../../../docs/decisions/0017-the-queue-spreads.md';
import decision18 from '../../../docs/decisions/0018-a-day-is-an-order.md';
import decision19 from '../../../docs/decisions/0019-a-deploy-keeps-what-runs.md';
import decision20 from '../../../docs/decisions/0020-the-register-follows.md';
import decision21 from '../../../docs/decisions/0021-the-house.md';
import decision22 from '../../../docs/decisions/0022-settings-are-forms-of-their-schemas.md';
import decision23 from '../../../docs/decisions/0023-an-order-against-its-document.md';
import decision24 from '../../../docs/decisions/0024-a-cause-is-answered-as-a-whole.md';
import decision25 from '../../../docs/decisions/0025-a-draft-is-made-step-by-step.md';
import decision26 from '../../../docs/decisions/0026-a-rule-is-its-expression.md';
import decision27 from '../../../docs/decisions/0027-the-system-gives-the-keys.md';
import deployment from '../../../docs/deployment.md';
import performance from '../../../docs/performance.md';
import problems from '../../../docs/problems.md';
import ccvEcwid from '../../../docs/recipes/ccv-ecwid.md';
import jorttEcwid from '../../../docs/recipes/jortt-ecwid.md';
import jorttMagento from '../../../docs/recipes/jortt-magento.md';
import jorttSalesforce from '../../../docs/recipes/jortt-salesforce.md';
import mijnwebwinkelJortt from '../../../docs/recipes/mijnwebwinkel-jortt.md';
import sandbox from '../../../docs/sandbox.md';
import security from '../../../docs/security.md';
import setUp from '../../../docs/set-up.md';
import settings from '../../../docs/settings.md';
import storage from '../../../docs/storage.md';
import testing from '../../../docs/testing.md';

/** The pages of docs/, by their path there. A page that is not named here has no page of /help, and the test of these says so. */
export const documents: Readonly<Record<string, string>> = {
  alerts,
  api,
  architecture,
  cost,
  deployment,
  performance,
  problems,
  sandbox,
  security,
  'set-up': setUp,
  settings,
  storage,
  testing,
  'connectors/ccv': ccv,
  'connectors/ecwid': ecwid,
  'connectors/jortt': jortt,
  'connectors/magento': magento,
  'connectors/mijnwebwinkel': mijnwebwinkel,
  'connectors/salesforce': salesforce,
  'connectors/shopify': shopify,
  'decisions/0001-engine-free-of-cloudflare': decision1,
  'decisions/0002-no-http-library': decision2,
  'decisions/0003-writes-that-may-have-happened': decision3,
  'decisions/0004-itty-durable': decision4,
  'decisions/0005-rounding-to-the-cent': decision5,
  'decisions/0006-rate-limit-from-answers': decision6,
  'decisions/0007-codes-not-sentences': decision7,
  'decisions/0008-digests-in-the-engine': decision8,
  'decisions/0009-sessions-over-ports': decision9,
  'decisions/0010-orders-as-a-state-switch': decision10,
  'decisions/0011-a-customer-is-not-an-address': decision11,
  'decisions/0012-whose-document-it-is': decision12,
  'decisions/0013-places-of-accounts': decision13,
  'decisions/0014-whose-field-it-is': decision14,
  'decisions/0015-own-work': decision15,
  'decisions/0016-whose-product-it-is': decision16,
  'decisions/0017-the-queue-spreads': decision17,
  'decisions/0018-a-day-is-an-order': decision18,
  'decisions/0019-a-deploy-keeps-what-runs': decision19,
  'decisions/0020-the-register-follows': decision20,
  'decisions/0021-the-house': decision21,
  'decisions/0022-settings-are-forms-of-their-schemas': decision22,
  'decisions/0023-an-order-against-its-document': decision23,
  'decisions/0024-a-cause-is-answered-as-a-whole': decision24,
  'decisions/0025-a-draft-is-made-step-by-step': decision25,
  'decisions/0026-a-rule-is-its-expression': decision26,
  'decisions/0027-the-system-gives-the-keys': decision27,
  'recipes/ccv-ecwid': ccvEcwid,
  'recipes/jortt-ecwid': jorttEcwid,
  'recipes/jortt-magento': jorttMagento,
  'recipes/jortt-salesforce': jorttSalesforce,
  'recipes/mijnwebwinkel-jortt': mijnwebwinkelJortt,
};
