/** Tells what happens. The line is made only when somebody reads it. */
export type Trace = (line: () => string) => void;
