import { type JsonObject, numberIn } from '../../kit/json.ts';
import type { World } from '../../kit/stand-in.ts';
import { Store } from '../../kit/store/store.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Product } from '../products/product.ts';
import { skuKey } from '../products/sku.ts';
import type { MagentoSettings } from '../settings.ts';
import { websites } from '../stores/stores.ts';
import {
  defaultSource,
  defaultStock,
  type Reservation,
  type SourceItem,
  type Stock,
  type StockSourceLink,
} from './rows.ts';

/**
 * Sources, stocks, source items and reservations (sheet 12.1). Where MSI is removed, the items of the default source are
 * the quantities of the old stock items.
 */
export class Inventory extends Store {
  readonly sources = this.records<JsonObject>('sources');
  readonly stocks = this.records<Stock>('stocks');
  readonly links = this.records<StockSourceLink>('links');
  readonly items = this.collection<SourceItem>('items');
  readonly reservations = this.collection<Reservation>('reservations');
  /** By product id: what differs from the shop's configuration; a configurable product's own status is here too. */
  readonly stockSettings = this.records<JsonObject>('stockSettings');
  readonly ids = this.counters<'stock' | 'reservation'>('ids', { stock: defaultStock });
  readonly settings: () => MagentoSettings;
  readonly #catalogue: Catalogue;
  readonly #itemsOf = this.items.findBy(({ sku }) => skuKey(sku));
  readonly #reservationsOf = this.reservations.findBy(({ sku }) => skuKey(sku));

  constructor(world: World, catalogue: Catalogue, settings: () => MagentoSettings) {
    super(world, () => settings().searchLagMs);
    this.settings = settings;
    this.#catalogue = catalogue;
    this.#open();
  }

  override clear(): void {
    super.clear();
    this.#open();
  }

  itemsOf(sku: string): SourceItem[] {
    return this.#itemsOf(skuKey(sku));
  }

  item(sku: string, sourceCode: string): SourceItem | undefined {
    return this.items.get(keyOf(sku, sourceCode));
  }

  /** As a write of this one: whether its product's parents are in stock may change with it. */
  setItem(item: SourceItem): void {
    const before = this.item(item.sku, item.sourceCode);
    this.items.put(keyOf(item.sku, item.sourceCode), { ...item, sku: before?.sku ?? item.sku });
    const product = this.#catalogue.findProduct(item.sku);
    if (product !== undefined) this.followChildren(product);
  }

  seedItem(item: SourceItem): void {
    this.items.seed(keyOf(item.sku, item.sourceCode), item);
  }

  deleteItem(sku: string, sourceCode: string): boolean {
    return this.items.delete(keyOf(sku, sourceCode));
  }

  /** The old SKU's goods and promises go on under the new one. */
  rename(from: string, to: string): void {
    if (skuKey(from) === skuKey(to)) return;
    for (const item of this.itemsOf(from)) {
      this.deleteItem(from, item.sourceCode);
      this.items.put(keyOf(to, item.sourceCode), { ...item, sku: to });
    }
    for (const [id, each] of this.#reservationIds(from)) this.reservations.put(id, { ...each, sku: to });
  }

  reserve(reservation: Reservation): void {
    this.reservations.put(String(this.ids.next('reservation')), reservation);
  }

  reserved(sku: string, stockId: number): number {
    return this.#reservationsOf(skuKey(sku))
      .filter((each) => each.stockId === stockId)
      .reduce((sum, { quantity }) => sum + quantity, 0);
  }

  stockOfWebsite(code: string): Stock | undefined {
    return this.stocks.all().find((stock) => stock.websites.includes(code));
  }

  /** Codes of the enabled sources of a stock, the first to be taken from first. */
  sourcesOf(stockId: number): string[] {
    return this.links
      .all()
      .filter((link) => link.stockId === stockId && this.sources.get(link.sourceCode)?.enabled === true)
      .toSorted((one, other) => one.priority - other.priority)
      .map(({ sourceCode }) => sourceCode);
  }

  link(link: StockSourceLink): void {
    this.links.set(`${link.stockId} ${link.sourceCode}`, link);
  }

  stockSettingsOf({ id }: Product): JsonObject {
    return this.stockSettings.get(String(id)) ?? {};
  }

  isManaged(product: Product): boolean {
    const { manage_stock, use_config_manage_stock } = this.stockSettingsOf(product);
    return manage_stock !== false || use_config_manage_stock === true;
  }

  allowsBackorders(product: Product): boolean {
    const { use_config_backorders } = this.stockSettingsOf(product);
    return use_config_backorders === false && numberIn(this.stockSettingsOf(product), 'backorders') > 0;
  }

  changeStockSettings({ id }: Product, changes: JsonObject): void {
    this.stockSettings.set(String(id), { ...this.stockSettings.get(String(id)), ...changes });
  }

  /** The status of configurable products of which this is a child, or of itself, after a change below it. */
  followChildren(product: Product): void {
    const parents = product.type === 'configurable' ? [product] : this.#catalogue.parentsOf(product.id);
    for (const parent of parents) this.#follow(parent);
  }

  #follow(parent: Product): void {
    const children = this.#catalogue.childrenOf(parent);
    if (children.length === 0) return;
    const own = this.stockSettingsOf(parent);
    const isIn = own.is_in_stock === true;
    const someIn = children.some((child) => this.#isIn(child));
    if (isIn && !someIn)
      this.changeStockSettings(parent, { is_in_stock: false, stock_status_changed_auto: 1 });
    // Without a status of its own it was never told to be out.
    const mayWake = own.is_in_stock === undefined || own.stock_status_changed_auto === 1;
    if (!isIn && someIn && mayWake && this.settings().parentWakesUp) {
      this.changeStockSettings(parent, { is_in_stock: true });
    }
  }

  #isIn(child: Product): boolean {
    return !this.isManaged(child) || this.itemsOf(child.sku).some(({ status }) => status === 1);
  }

  #reservationIds(sku: string): [string, Reservation][] {
    const found = new Set(this.#reservationsOf(skuKey(sku)));
    return this.reservations.entries().filter(([, each]) => found.has(each));
  }

  #open(): void {
    this.sources.set(defaultSource, {
      source_code: defaultSource,
      name: 'Default Source',
      enabled: true,
      description: 'Default Source',
      latitude: 0,
      longitude: 0,
      country_id: 'NL',
      postcode: '00000',
      use_default_carrier_config: true,
      carrier_links: [],
    });
    const codes = websites.map(({ code }) => code);
    this.stocks.set(String(defaultStock), { id: defaultStock, name: 'Default Stock', websites: codes });
    this.link({ stockId: defaultStock, sourceCode: defaultSource, priority: 1 });
  }
}

function keyOf(sku: string, sourceCode: string): string {
  return `${skuKey(sku)}\n${sourceCode}`;
}
