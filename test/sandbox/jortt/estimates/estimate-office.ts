import { type Answer, line, Office } from '../office.ts';
import { answerFaults } from './vendor-answers.ts';

/** Somebody who writes estimates. Every answer about them is held against the vendor's description, where there is one. */
export class EstimateOffice extends Office {
  static override async open(
    settings: Record<string, unknown> = {},
    seeded = false,
  ): Promise<EstimateOffice> {
    const office = new EstimateOffice();
    await office.begin(settings, seeded);
    return office;
  }

  override async call(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await super.call(method, path, body);
    const faults = path.startsWith('/v2/estimates') ? answerFaults(method, path, answer) : [];
    if (faults.length > 0) throw new Error(`${method} ${path}: ${faults.join('; ')}`);
    return answer;
  }

  estimate(fields: Record<string, unknown> = {}): Promise<string> {
    return this.create('/v2/estimates', { line_items: [line()], ...fields });
  }

  async sentEstimate(fields: Record<string, unknown> = {}): Promise<string> {
    const customer_id = fields.customer_id ?? (await this.person());
    return this.estimate({ send_method: 'self', ...fields, customer_id });
  }

  readEstimate(id: string): Promise<Record<string, unknown>> {
    return this.read(`/v2/estimates/${id}`);
  }

  edit(id: string, fields: Record<string, unknown>): Promise<Answer> {
    return this.call('PUT', `/v2/estimates/${id}`, fields);
  }

  send(id: string, fields: Record<string, unknown> = { send_method: 'self' }): Promise<Answer> {
    return this.call('POST', `/v2/estimates/${id}/send`, fields);
  }

  /** What happens to one outside of the API: `accept`, `reject`, `sign`, `invoice`. */
  deed(id: string, deed: string): Promise<Answer> {
    return this.lever('POST', `/estimates/${id}/${deed}`);
  }

  async references(query = ''): Promise<unknown[]> {
    return (await this.rows(`/v2/estimates${query}`)).map(({ reference }) => reference);
  }
}
