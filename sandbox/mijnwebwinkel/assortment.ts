import { seededRandom, uuid } from '../kit/random.ts';
import type { World } from '../kit/stand-in.ts';
import { Store } from '../kit/store/store.ts';
import { type Article, type ArticleList, skuOf, withMoved } from './articles/article.ts';
import type { Page } from './pages/page.ts';
import { notFound } from './refusal.ts';
import type { MijnwebwinkelSettings } from './settings.ts';

const firstIds = {
  /** Above those of the articles that the sandbox sells. */
  article: 500_999,
  url: 100,
  list: 40,
  option: 70,
  variant: 900,
  page: 500,
  uuid: 0,
};

/** Articles, choice groups and pages. Entities are replaced, never changed in place. */
export class Assortment extends Store {
  readonly articles = this.collection<Article>('articles');
  readonly lists = this.records<ArticleList>('lists');
  readonly pages = this.records<Page>('pages');
  readonly ids = this.counters<keyof typeof firstIds>('ids', firstIds);
  readonly #bySku = this.articles.findBy(skuOf);
  readonly #byUrlId = this.articles.findByAny(({ pages }) => pages.map(({ urlId }) => String(urlId)));
  readonly #byImage = this.articles.findByAny(({ images }) => images.map(({ id }) => id));
  readonly settings: () => MijnwebwinkelSettings;

  constructor(world: World, settings: () => MijnwebwinkelSettings) {
    super(world, () => settings().searchLagMs);
    this.settings = settings;
  }

  /** By its own id, or with `isUrlId` by the number in the shop's addresses. */
  article(key: string, isUrlId = false): Article {
    const article = isUrlId ? this.#byUrlId(key)[0] : this.articles.get(key);
    if (article === undefined) throw notFound('Article');
    return article;
  }

  withSku(sku: string): Article[] {
    return this.#bySku(sku);
  }

  withImage(id: string): Article {
    const [article] = this.#byImage(id);
    if (article === undefined) throw notFound('Image');
    return article;
  }

  list(key: string): ArticleList {
    const list = this.lists.get(key);
    if (list === undefined) throw notFound('Article list');
    return list;
  }

  page(key: string): Page {
    const page = this.pages.get(key);
    if (page === undefined) throw notFound('Category');
    return page;
  }

  /** Keeps the article, changed now. */
  save(article: Article): Article {
    const saved = { ...article, updatedAt: this.world.now() };
    this.articles.put(String(article.id), saved);
    return saved;
  }

  /** Takes pieces from the stock, or with a number above zero gives them back. Articles that are gone are passed over. */
  move(articleId: number, optionIds: readonly number[], pieces: number): void {
    const article = this.articles.get(String(articleId));
    if (article === undefined) return;
    const moved = withMoved(article, optionIds, pieces);
    if (moved === article) return;
    if (this.settings().salesMoveUpdated) this.save(moved);
    else this.articles.put(String(articleId), moved);
  }

  /** Does not need the world's chance, so that a seed is the same in every run. */
  newUuid(): string {
    return uuid(seededRandom(this.ids.next('uuid')));
  }
}
