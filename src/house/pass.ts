import type { DayFigures } from '../engine/reporting/day-figures.ts';
import type { LinkDay } from './messages.ts';

export interface FigurePorts {
  /** All links. */
  links(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** What became of the orders of a link in a stretch of time. */
  figures(link: string, since: number, until: number): Promise<DayFigures>;
}

/** Links that a summary asks. */
const maxLinks = 40;
/** Of a summary beside those of its links: the list of them, and the message itself. */
const callsBeside = 2;

/**
 * What one alarm may call (50 on Cloudflare's free plan), and what it has read: summaries of one stretch ask each link once. What does not fit
 * waits for the next alarm, which has all of its calls left: so every summary fits once.
 */
export class Pass {
  readonly #ports: FigurePorts;
  readonly #asked: number;
  readonly #figures = new Map<string, Promise<DayFigures | null>>();
  #links: ReturnType<FigurePorts['links']> | null = null;
  #left: number;

  constructor(ports: FigurePorts, calls: number) {
    this.#ports = ports;
    this.#left = calls;
    this.#asked = Math.min(maxLinks, Math.max(0, calls - callsBeside));
  }

  /** Takes so many calls; false where they are not left, and none is taken. */
  takes(calls: number): boolean {
    if (calls > this.#left) return false;
    this.#left -= calls;
    return true;
  }

  /** The links of a summary with their figures; null where that takes more calls than are left. */
  async days(isMeant: (link: string) => boolean, since: number, until: number): Promise<LinkDay[] | null> {
    if (this.#links === null) {
      if (!this.takes(1)) return null;
      this.#links = this.#ports.links();
    }
    const links = (await this.#links).filter(({ id }) => isMeant(id)).slice(0, maxLinks);
    const nameOf = (link: string) => `${since} ${until} ${link}`;
    const asked = links.slice(0, this.#asked).map(({ id }) => id);
    const unread = asked.filter((id) => !this.#figures.has(nameOf(id)));
    if (!this.takes(unread.length)) return null;
    for (const id of unread)
      this.#figures.set(
        nameOf(id),
        this.#ports.figures(id, since, until).catch(() => null),
      );
    return Promise.all(
      links.map(async ({ id, name }) => ({
        id,
        name,
        figures: (await this.#figures.get(nameOf(id))) ?? null,
      })),
    );
  }
}
