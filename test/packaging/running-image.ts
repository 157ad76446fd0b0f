import { join } from 'node:path';

import { commandOf, environmentOf, readStages, type Stage } from './dockerfile.js';
import { Program } from './program.js';

/** The stage that is run. */
const [IMAGE] = readStages().slice(-1) as [Stage];

/**
 * Starts a container of the image, as a process.
 *
 * @param root - The folder that stands for the root of its files.
 * @param command - Instead of that of the image.
 */
export function startContainer(
  root: string,
  environment: Readonly<Record<string, string>> = {},
  command: readonly string[] = commandOf(IMAGE, 'CMD'),
): Program {
  return new Program([...commandOf(IMAGE, 'ENTRYPOINT'), ...command], {
    cwd: join(root, 'app'),
    environment: { ...environmentOf(IMAGE), ...environment },
  });
}

/** The exit code of the health check of the image. */
export async function checkHealth(root: string, environment: Readonly<Record<string, string>>): Promise<number | null> {
  const check = new Program(commandOf(IMAGE, 'HEALTHCHECK'), {
    cwd: join(root, 'app'),
    environment: { ...environmentOf(IMAGE), ...environment },
  });
  return check.end();
}
