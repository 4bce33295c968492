/** Whether all that there is runs, and not the sample of it that CI runs: `npm run test:black-box:whole`. */
export const isWhole = process.env.MODE === 'whole';
