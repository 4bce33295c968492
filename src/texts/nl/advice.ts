import type { advice as english } from '../en/advice.ts';

export const advice: typeof english = {
  ccv_keys: [
    'CCV zegt niet wat er mis is; loop alles na.',
    '1. Het adres is dat van de winkel, en de publieke en de geheime sleutel staan elk in hun eigen veld, zoals Settings > API settings van de winkel ze toont.',
    '2. De API-app is in de winkel geïnstalleerd.',
    '3. De klokken lopen gelijk: een aanroep wordt geweigerd als het tijdstip van ondertekenen meer dan vijf minuten afwijkt van de tijd van de winkel.',
  ].join(' '),
  ccv_package:
    'Maak in de winkel een verzendklasse (package) aan: elk product en elke vrije regel van een bestelling heeft er een nodig.',
  ecwid_store_id: 'Verbeter het winkel-ID (store ID) van deze verbinding.',
  ecwid_reopen: 'Heropen de winkel bij Ecwid.',
  ecwid_plan: 'Neem een Ecwid-abonnement met toegang tot de API; alles wat wacht gaat dan vanzelf verder.',
  ecwid_scopes:
    'Geef de app de scopes read_store_profile, read_orders, update_orders en read_customers. Gaan er bestellingen of klanten naar deze winkel, dan ook create_orders, create_customers, update_customers en read_catalog. Voor producten, categorieën en voorraad read_catalog, en als die naar deze winkel gaan ook create_catalog en update_catalog (Ecwid: ec.apps@lightspeedhq.com). Vul daarna het nieuwe geheime token in.',
  ecwid_token:
    'Vul het winkel-ID (store ID) en het geheime token (secret_…) van de app in zoals Ecwid ze toont.',
  jortt_client: 'Vul de client-id en het client secret van de applicatie in zoals Jortt ze toont.',
  jortt_scopes:
    'Geef de applicatie in Jortt de scopes customers:read, customers:write, invoices:read, invoices:write en organizations:read. Worden bestellingen offertes ("document": "order"), dan ook estimates:read en estimates:write. Alles wat wacht gaat dan vanzelf verder.',
  jortt_plan: 'Neem in Jortt het abonnement MKB of Plus; alles wat wacht gaat dan vanzelf verder.',
  jortt_organization:
    'Maak een applicatie aan in de Jortt-administratie waarin geboekt moet worden, en vul de client-id en het client secret daarvan in.',
  jortt_user:
    'Laat een beheerder van de Jortt-administratie de applicatie opnieuw aanmaken, en vul de client-id en het client secret daarvan in.',
  jortt_year:
    'Open dat boekjaar in Jortt en probeer het opnieuw, of boek dit zelf in een open jaar en sla het over.',
  mijnwebwinkel_tokens:
    'Maak een token aan in MijnWebwinkel (Settings > Add-ons & Modules > API, met de partner gekozen uit de lijst), en vul het in samen met het token van de partner. Het abonnement van de winkel moet de API bevatten.',
  magento_unauthorised: [
    'Magento antwoordt bij drie oorzaken hetzelfde; loop ze alle drie na.',
    '1. De integratie is actief en de sleutels zijn ingevuld zoals de winkel ze toont.',
    '2. Met alleen een toegangstoken: Stores > Configuration > Services > OAuth > "Allow OAuth Access Tokens to be used as standalone Bearer tokens" staat op Yes; of vul alle vier de sleutels in.',
    '3. De integratie heeft de API-rechten die docs/connectors/magento.md opsomt.',
  ].join(' '),
  salesforce_app:
    'Vul My Domain, client-id en client secret in zoals Salesforce ze toont, en controleer of de app deze manier van aanmelden toestaat en een gebruiker heeft om mee te werken; of geef opnieuw toegang.',
  salesforce_api:
    'Neem een editie van Salesforce met de API, of zet de API aan; alles wat wacht gaat dan vanzelf verder.',
  salesforce_permissions:
    'Laat de gebruiker van de verbinding de velden en objecten zien en wijzigen die docs/connectors/salesforce.md opsomt, controleer de verbinding en probeer het opnieuw.',
  salesforce_duplicates:
    'Bekijk de records die de activiteit noemt: voeg ze samen of verbeter ze in Salesforce, of laat de verbinding dubbele records opslaan, en probeer het opnieuw.',
  shopify_shop: 'Verbeter de naam van de winkel (het deel voor .myshopify.com) van deze verbinding.',
  shopify_reopen:
    'Heropen de winkel bij Shopify, of betaal de openstaande rekening; alles wat wacht gaat dan vanzelf verder.',
  shopify_token:
    'Vul het Admin API access token (shpat_…) van de app in, of de client-id en het client secret zoals het Dev Dashboard ze toont, en controleer of de app nog in de winkel geïnstalleerd is.',
  shopify_scopes: [
    'Geef de app wat ontbreekt, en installeer hem opnieuw.',
    'read_orders is voor bestellingen, write_orders voor notities, statussen en bestellingen die naar deze winkel gaan, read_all_orders voor bestellingen ouder dan 60 dagen, read_returns voor ruilingen, write_merchant_managed_fulfillment_orders om een bestelling als verzonden te markeren;',
    'read_customers en write_customers zijn voor klanten, read_companies voor bedrijven die kopen (B2B);',
    'read_products en write_products zijn voor producten en categorieën, write_publications om ze te tonen;',
    'read_inventory, write_inventory en read_locations zijn voor voorraad.',
    'Voor namen en adressen is ook toegang tot beschermde klantgegevens (protected customer data) nodig.',
  ].join(' '),
  magento_address:
    'Verbeter het adres van de winkel (met de map, als die er is) en de code van de store view.',
};
