/** Time, handed in: the same engine runs on a real clock in a Worker and on a virtual one in the simulation. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Runs `work` later. Call the function it returns to cancel it. */
  timer(ms: number, work: () => void): () => void;
  /** Between 0 and 1, for jitter. */
  random(): number;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  timer: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
