/** What is told over Slack, Discord and e-mail. */
export const alerts = {
  connection: ({ name }: { readonly name: string }) => `connection ${name}`,
  flow: ({ flow, from, to }: { readonly flow: string; readonly from: string; readonly to: string }) =>
    `${flow} from ${from} to ${to}`,
  happened: (about: string, message: string) => `⚠️ ${about}: ${message}`,
  solved: (about: string, message: string) => `✅ ${about}: solved. It was: ${message}`,
  record: (key: string) => `Record: ${key}`,
  /** `reasons`: different problems under the one code. */
  records: (count: number, reasons: number, key: string) => {
    const like = reasons > 1 ? ` or something similar (${reasons} different messages)` : '';
    return `${count} records need you because of this${like}, among them ${key}.`;
  },
  subject: (name: string, code: string, count: number) =>
    `Koppel: ${name}: ${code}${count > 1 ? ` (${count} records)` : ''}`,
  solvedSubject: (name: string, code: string) => `Koppel: ${name}: solved: ${code}`,
};
