import type { advice as en } from '../en/advice.ts';

/** What to do about a refusal in one system, by a code that its connector names. */
export const advice = {
  ccv_keys: [
    'CCV sagt nicht, was davon falsch ist; prüfe alles.',
    '1. Die Adresse ist die des Shops, und der öffentliche und der geheime Schlüssel sind so eingetragen, wie Settings > API settings des Shops sie anzeigt, jeder in seinem eigenen Feld.',
    '2. Die API-App ist im Shop installiert.',
    '3. Die Uhren stimmen überein: Ein Aufruf wird abgelehnt, wenn die Zeit seiner Signatur mehr als fünf Minuten von der Zeit des Shops abweicht.',
  ].join(' '),
  ccv_package:
    'Lege im Shop eine Versandklasse (package) an: Jedes Produkt und jede freie Zeile einer Bestellung braucht eine.',
  ecwid_store_id: 'Korrigiere die Store-ID dieser Verbindung.',
  ecwid_reopen: 'Öffne den Shop bei Ecwid wieder.',
  ecwid_plan:
    'Wähle einen Ecwid-Tarif, der den API-Zugang enthält; alles, was wartet, läuft dann von selbst weiter.',
  ecwid_scopes:
    'Gib der App die Berechtigungen (Scopes) read_store_profile, read_orders, update_orders und read_customers; gehen Bestellungen oder Kunden in diesen Shop, auch create_orders, create_customers, update_customers und read_catalog; für Produkte, Kategorien und Bestände read_catalog, und gehen diese in diesen Shop, auch create_catalog und update_catalog (Ecwid: ec.apps@lightspeedhq.com). Trage danach das neue geheime Token der App ein.',
  ecwid_token: 'Trage die Store-ID und das geheime Token (secret_…) der App so ein, wie Ecwid sie anzeigt.',
  jortt_client: 'Trage Client-ID und Client-Secret der Anwendung so ein, wie Jortt sie anzeigt.',
  jortt_scopes:
    'Gib der Anwendung in Jortt die Berechtigungen (Scopes) customers:read, customers:write, invoices:read, invoices:write, organizations:read; werden aus Bestellungen Angebote ("document": "order"), auch estimates:read, estimates:write. Alles, was wartet, läuft dann von selbst weiter.',
  jortt_plan: 'Wähle in Jortt den Tarif MKB oder Plus; alles, was wartet, läuft dann von selbst weiter.',
  jortt_organization:
    'Lege die Anwendung in der Jortt-Buchhaltung an, in der gebucht werden soll, und trage deren Client-ID und Client-Secret ein.',
  jortt_user:
    'Lass die Anwendung von einem Administrator der Jortt-Buchhaltung neu anlegen, und trage deren Client-ID und Client-Secret ein.',
  jortt_year:
    'Öffne dieses Geschäftsjahr in Jortt und versuche es erneut, oder buche dies von Hand in einem offenen Jahr und überspringe es.',
  mijnwebwinkel_tokens:
    'Erzeuge in MijnWebwinkel ein Token (Settings > Add-ons & Modules > API; wähle dort den Partner aus der Liste) und trage es zusammen mit dem Token des Partners ein. Der Tarif des Shops muss die API enthalten.',
  magento_unauthorised: [
    'Magento meldet bei drei Ursachen dasselbe; prüfe alle.',
    '1. Die Integration ist aktiv, und ihre Schlüssel sind so eingetragen, wie der Shop sie anzeigt.',
    '2. Nur mit Access Token: Stores > Configuration > Services > OAuth > "Allow OAuth Access Tokens to be used as standalone Bearer tokens" steht auf Yes; oder trage alle vier Schlüssel ein.',
    '3. Die Integration hat die API-Berechtigungen, die docs/connectors/magento.md aufführt.',
  ].join(' '),
  salesforce_app:
    'Trage My Domain, Client-ID und Client-Secret so ein, wie Salesforce sie anzeigt, und prüfe, ob die App den Flow erlaubt und einen Benutzer hat, unter dem sie läuft; oder erteile den Zugriff neu.',
  salesforce_api:
    'Wähle eine Salesforce-Edition, die die API enthält, oder schalte die API ein; alles, was wartet, läuft dann von selbst weiter.',
  salesforce_permissions:
    'Lass den Benutzer der Verbindung die Felder und Objekte sehen und ändern, die docs/connectors/salesforce.md aufführt, prüfe die Verbindung und versuche es erneut.',
  salesforce_duplicates:
    'Sieh dir die Datensätze an, die der Verlauf nennt: Führe sie in Salesforce zusammen oder korrigiere sie, oder lass die Verbindung Duplikate speichern, und versuche es erneut.',
  shopify_shop: 'Korrigiere den Namen des Shops (den Teil vor .myshopify.com) dieser Verbindung.',
  shopify_reopen:
    'Öffne den Shop bei Shopify wieder, oder begleiche seine Rechnung; alles, was wartet, läuft dann von selbst weiter.',
  shopify_token:
    'Trage das Admin API access token (shpat_…) der App ein, oder Client-ID und Client-Secret so, wie das Dev Dashboard sie anzeigt, und prüfe, ob die App noch im Shop installiert ist.',
  shopify_scopes: [
    'Gib der App, was ihr fehlt, und installiere sie neu.',
    'read_orders ist für Bestellungen, write_orders für Notizen, Status und Bestellungen, die in diesen Shop gehen, read_all_orders für Bestellungen, die älter als 60 Tage sind, read_returns für Umtausch, write_merchant_managed_fulfillment_orders, um eine Bestellung als versandt zu kennzeichnen;',
    'read_customers und write_customers sind für Kunden, read_companies für Firmen, die einkaufen (B2B);',
    'read_products und write_products sind für Produkte und Kategorien, write_publications, um sie anzuzeigen;',
    'read_inventory, write_inventory und read_locations sind für Bestände.',
    'Namen und Adressen brauchen außerdem den Zugriff auf geschützte Kundendaten (protected customer data).',
  ].join(' '),
  magento_address:
    'Korrigiere die Adresse des Shops (samt Ordner, falls er einen hat) und den Code der Store-View.',
} satisfies typeof en;
