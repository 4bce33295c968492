import type { z } from 'zod';
import type { Query } from '../../../src/connectors/contract/api.ts';
import type { Path } from '../../../src/connectors/contract/path.ts';
import { jortt } from '../../../src/connectors/jortt/index.ts';
import type { Office } from '../../sandbox/jortt/office.ts';
import { address, Refused, TestApi } from '../../support/fake-api.ts';

/** Over the stand-in. */
export class OfficeApi extends TestApi {
  /** What happens in the office after each read. */
  meanwhile: () => Promise<unknown> = async () => undefined;

  constructor(office: Office) {
    super({
      connector: jortt,
      now: () => new Date(office.world.now()),
      account: { name: 'Zandbak', currency: 'EUR', timeZone: 'Europe/Amsterdam', traits: {} },
      answer: async (call) => {
        const { status, body } = await office.call(call.method, address(call), call.body);
        return status >= 300 ? new Refused(status, body) : body;
      },
    });
  }

  override async get<T>(path: Path | string, schema: z.ZodType<T>, query?: Query): Promise<T> {
    const answer = await super.get(path, schema, query);
    await this.meanwhile();
    return answer;
  }
}
