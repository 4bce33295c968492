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
  test: (name: string) => `Koppel: this is a test of the channel "${name}". Alerts arrive here.`,
  testSubject: () => 'Koppel: a test',
  summary: (until: string) => `📋 Koppel, the 24 hours up to ${until}`,
  summarySubject: (until: string) => `Koppel: summary up to ${until}`,
  /** Of a link, by its name. `amounts`: what was booked comes to; empty where nothing was. */
  day: (name: string, booked: string, left: string, parked: string, amounts: string) =>
    `${name}: ${booked} booked${amounts && ` (${amounts})`}, ${left} not booked, ${parked} need you.`,
  dayUnknown: (name: string) => `${name}: its figures could not be read.`,
  noLinks: () => 'There are no links.',
};
