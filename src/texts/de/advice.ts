import type { advice as en } from '../en/advice.ts';

/** What to do about a refusal in one system, by a code that its connector names. */
export const advice = {
  ccv_keys: [
    'CCV sagt nicht, was davon nicht stimmt; prüfen Sie alles.',
    '1. Die Adresse ist die des Shops, und der öffentliche Schlüssel und das Geheimnis sind so eingetragen, wie Settings > API settings des Shops sie zeigt, jedes in seinem eigenen Feld.',
    '2. Die API-App ist im Shop installiert.',
    '3. Die Uhren stimmen überein: Ein Aufruf wird abgelehnt, wenn die Zeit seiner Signatur mehr als fünf Minuten von der Zeit des Shops abweicht.',
  ].join(' '),
  ccv_package:
    'Legen Sie im Shop eine Versandklasse (package) an: Jedes Produkt und jede freie Zeile einer Bestellung braucht eine.',
  ecwid_store_id: 'Berichtigen Sie die Store-ID dieser Verbindung.',
  ecwid_reopen: 'Öffnen Sie den Shop bei Ecwid wieder.',
  ecwid_plan:
    'Wählen Sie einen Ecwid-Tarif, der den API-Zugang enthält; alles, was wartet, läuft dann von selbst weiter.',
  ecwid_scopes:
    'Geben Sie der App die Berechtigungen (Scopes) read_store_profile, read_orders, update_orders und read_customers; gehen Bestellungen oder Kunden in diesen Shop, auch create_orders, create_customers, update_customers und read_catalog; für Produkte, Kategorien und Bestände read_catalog, und gehen diese in diesen Shop, auch create_catalog und update_catalog (Ecwid: ec.apps@lightspeedhq.com). Tragen Sie danach das neue geheime Token der App ein.',
  ecwid_token:
    'Tragen Sie die Store-ID und das geheime Token (secret_…) der App so ein, wie Ecwid sie anzeigt.',
  jortt_client: 'Tragen Sie Client-ID und Client-Secret der Anwendung so ein, wie Jortt sie anzeigt.',
  jortt_scopes:
    'Geben Sie der Anwendung in Jortt die Berechtigungen (Scopes) customers:read, customers:write, invoices:read, invoices:write, organizations:read; werden aus Bestellungen Angebote ("document": "order"), auch estimates:read, estimates:write. Alles, was wartet, läuft dann von selbst weiter.',
  jortt_plan: 'Wählen Sie in Jortt den Tarif MKB oder Plus; alles, was wartet, läuft dann von selbst weiter.',
  jortt_organization:
    'Legen Sie die Anwendung in der Jortt-Administration an, in der gebucht werden soll, und tragen Sie deren Client-ID und Client-Secret ein.',
  jortt_user:
    'Lassen Sie die Anwendung von einem Administrator der Jortt-Administration neu anlegen, und tragen Sie deren Client-ID und Client-Secret ein.',
  jortt_year:
    'Öffnen Sie dieses Geschäftsjahr in Jortt und versuchen Sie es erneut, oder buchen Sie dies von Hand in einem offenen Jahr und überspringen Sie es.',
  mijnwebwinkel_tokens:
    'Erzeugen Sie in MijnWebwinkel ein Token (Settings > Add-ons & Modules > API; den Partner aus der Liste wählen) und tragen Sie es zusammen mit dem Token des Partners ein. Der Tarif des Shops muss die API enthalten.',
  magento_unauthorised: [
    'Magento meldet bei drei Ursachen dasselbe; prüfen Sie alle.',
    '1. Die Integration ist aktiv, und ihre Schlüssel sind so eingetragen, wie der Shop sie anzeigt.',
    '2. Nur mit Access Token: Stores > Configuration > Services > OAuth > "Allow OAuth Access Tokens to be used as standalone Bearer tokens" steht auf Yes; oder tragen Sie alle vier Schlüssel ein.',
    '3. Die Integration hat die API-Berechtigungen, die docs/connectors/magento.md aufführt.',
  ].join(' '),
  salesforce_app:
    'Tragen Sie My Domain, Client-ID und Client-Secret so ein, wie Salesforce sie anzeigt, und prüfen Sie, ob die App den Flow erlaubt und einen Benutzer hat, unter dem sie läuft; oder erteilen Sie den Zugriff neu.',
  salesforce_api:
    'Wählen Sie eine Salesforce-Edition, die die API enthält, oder schalten Sie die API ein; alles, was wartet, läuft dann von selbst weiter.',
  salesforce_permissions:
    'Lassen Sie den Benutzer der Verbindung die Felder und Objekte sehen und ändern, die docs/connectors/salesforce.md aufführt, prüfen Sie die Verbindung und versuchen Sie es erneut.',
  salesforce_duplicates:
    'Sehen Sie sich die Datensätze an, die das Aktivitätsprotokoll nennt: Führen Sie sie in Salesforce zusammen oder berichtigen Sie sie, oder lassen Sie die Verbindung Duplikate speichern, und versuchen Sie es erneut.',
  shopify_shop: 'Berichtigen Sie den Namen des Shops (den Teil vor .myshopify.com) dieser Verbindung.',
  shopify_reopen:
    'Öffnen Sie den Shop bei Shopify wieder, oder begleichen Sie seine Rechnung; alles, was wartet, läuft dann von selbst weiter.',
  shopify_token:
    'Tragen Sie das Admin API access token (shpat_…) der App ein, oder Client-ID und Client-Secret so, wie das Dev Dashboard sie anzeigt, und prüfen Sie, ob die App noch im Shop installiert ist.',
  shopify_scopes: [
    'Geben Sie der App, was ihr fehlt, und installieren Sie sie neu.',
    'read_orders ist für Bestellungen, write_orders für Notizen, Status und Bestellungen, die in diesen Shop gehen, read_all_orders für Bestellungen, die älter als 60 Tage sind, read_returns für Umtausch, write_merchant_managed_fulfillment_orders, um eine Bestellung als versandt zu kennzeichnen;',
    'read_customers und write_customers sind für Kunden, read_companies für Firmen, die einkaufen (B2B);',
    'read_products und write_products sind für Produkte und Kategorien, write_publications, um sie anzuzeigen;',
    'read_inventory, write_inventory und read_locations sind für Bestände.',
    'Namen und Adressen brauchen außerdem den Zugriff auf geschützte Kundendaten (protected customer data).',
  ].join(' '),
  magento_address:
    'Berichtigen Sie die Adresse des Shops (samt Ordner, falls er einen hat) und den Code der Store-View.',
} satisfies typeof en;
