/** A page of the shop, on which articles are shown: what others call a category (sheet 7.11). */
export interface Page {
  readonly id: number;
  /** Null: at the top. */
  readonly parent: number | null;
  readonly hidden: boolean;
  readonly title: string;
  /** HTML. */
  readonly content: string;
  readonly metaTitle: string;
  readonly metaDescription: string;
  readonly articleOrder: number;
  /** Where it stands among its sisters. */
  readonly place: number;
  readonly createdAt: number;
  readonly changedAt: number;
}
