import { rmSync } from 'node:fs';

/** `npm run reset`: forgets the demonstration's state and secrets. */
rmSync(process.env.KOPPEL_HOME ?? '.koppel', { recursive: true, force: true });
