/** What to do about a refusal in one system, by a code that its connector names. */
export const advice = {
  ccv_keys: [
    'CCV does not say which of these is wrong; check all of them.',
    '1. The address is that of the shop, and the public key and the secret are entered as Settings > API settings of the shop shows them, each in its own field.',
    '2. The API app is installed in the shop.',
    '3. The clocks agree: a call is refused when the time of its signature is more than five minutes off the time of the shop.',
  ].join(' '),
  ccv_package:
    'Create a shipping class (package) in the shop: every product and every custom row of an order needs one.',
  ecwid_store_id: 'Correct the store ID of this connection.',
  ecwid_reopen: 'Reopen the store with Ecwid.',
  ecwid_plan:
    'Take an Ecwid plan that includes API access; everything that is waiting then continues by itself.',
  ecwid_scopes:
    'Give the app the scopes read_store_profile, read_orders, update_orders and read_customers, where orders or customers go to this shop also create_orders, create_customers, update_customers and read_catalog, for products, categories and stock read_catalog, and where these go to this shop also create_catalog and update_catalog (Ecwid: ec.apps@lightspeedhq.com), and enter its new secret token.',
  ecwid_token: 'Enter the store ID and the secret token (secret_…) of the app as Ecwid shows them.',
  jortt_client: 'Enter the client id and the client secret of the application as Jortt shows them.',
  jortt_scopes:
    'Give the application in Jortt the scopes customers:read, customers:write, invoices:read, invoices:write, organizations:read, and where orders become estimates ("document": "order") also estimates:read, estimates:write; everything that is waiting then continues by itself.',
  jortt_plan: 'Take the plan MKB or Plus in Jortt; everything that is waiting then continues by itself.',
  jortt_organization:
    'Create an application in the Jortt administration that you book in, and enter its client id and client secret.',
  jortt_user:
    'Have an administrator of the Jortt administration create the application again, and enter its client id and client secret.',
  jortt_year:
    'Open that financial year in Jortt and retry, or book this by hand in an open year and skip it.',
  mijnwebwinkel_tokens:
    'Create a token in MijnWebwinkel (Settings > Add-ons & Modules > API, with the partner picked from the list), and enter it together with the token of the partner; the plan of the shop must include the API.',
  magento_unauthorised: [
    'Magento answers the same for three causes; check all of them.',
    '1. The integration is active and its keys are entered as the shop shows them.',
    '2. With only an access token: Stores > Configuration > Services > OAuth > "Allow OAuth Access Tokens to be used as standalone Bearer tokens" is Yes; or enter all four keys.',
    '3. The integration has the API permissions that docs/connectors/magento.md lists.',
  ].join(' '),
  salesforce_app:
    'Enter My Domain, client id and client secret as Salesforce shows them, and check that the app allows the flow and has a user to run as; or give access again.',
  salesforce_api:
    'Take an edition of Salesforce that includes the API, or switch it on; everything that is waiting then continues by itself.',
  salesforce_permissions:
    'Let the user of the connection see and change the fields and objects that docs/connectors/salesforce.md lists, check the connection, and retry.',
  salesforce_duplicates:
    'Look at the records that the activity names: merge or correct them in Salesforce, or let the connection save duplicates, and retry.',
  shopify_shop: 'Correct the name of the shop (the part before .myshopify.com) of this connection.',
  shopify_reopen:
    'Reopen the shop with Shopify, or settle its bill; everything that is waiting then continues by itself.',
  shopify_token:
    'Enter the Admin API access token (shpat_…) of the app, or the client id and the client secret as the Dev Dashboard shows them, and check that the app is still installed in the shop.',
  shopify_scopes: [
    'Give the app what it lacks, and install it again.',
    'read_orders is for orders, write_orders for notes, statuses and orders that go to this shop, read_all_orders for orders older than 60 days, read_returns for exchanges, write_merchant_managed_fulfillment_orders for marking an order as sent;',
    'read_customers and write_customers are for customers, read_companies for companies that buy (B2B);',
    'read_products and write_products are for products and categories, write_publications for showing them;',
    'read_inventory, write_inventory and read_locations are for stock.',
    'Names and addresses need access to protected customer data besides.',
  ].join(' '),
  magento_address:
    'Correct the address of the shop (with its folder, if it has one) and the code of the store view.',
};
