import { readMoment } from './moments.ts';
import { wrongParameter } from './refusal.ts';

const yes = ['true', 'yes', 'on', '1'];
const no = ['false', 'no', 'off', '0'];

/** The parameters of a request, read one by one. An empty one counts as absent; a malformed one is refused with 400. */
export class Query {
  readonly #parameters: URLSearchParams;

  constructor(parameters: URLSearchParams) {
    this.#parameters = parameters;
  }

  text(name: string): string | undefined {
    return this.#parameters.get(name)?.trim() || undefined;
  }

  list(name: string): string[] | undefined {
    const items = this.text(name)
      ?.split(',')
      .map((item) => item.trim())
      .filter((item) => item !== '');
    return items === undefined || items.length === 0 ? undefined : items;
  }

  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (/^-?\d{1,15}(\.\d+)?$/.test(text)) return Number(text);
    throw wrongParameter(`Wrong numeric parameter '${name}' value: not a number or a number out of range`);
  }

  flag(name: string): boolean | undefined {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return undefined;
    if (yes.includes(text)) return true;
    if (no.includes(text)) return false;
    throw wrongParameter(
      `Wrong boolean parameter '${name}' value: expected one of true,false,yes,no,on,off,1,0`,
    );
  }

  /** Milliseconds. */
  moment(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const moment = readMoment(text);
    if (moment === null) throw wrongParameter(`Wrong date parameter '${name}' value`);
    return moment;
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const choice = choices.find((each) => each === text);
    if (choice === undefined) throw wrongParameter(`Wrong parameter '${name}' value`);
    return choice;
  }
}
