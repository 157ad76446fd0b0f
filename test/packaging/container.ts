import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { ROOT } from './checkout.js';
import { CMD, commandsOf, ENTRYPOINT, ENVIRONMENT, HEALTHCHECK } from './dockerfile.js';
import { Program, runToEnd } from './program.js';

/** Stands in for the image where there is no engine: the packed files, with the packages that the image installs. */
export class Container {
  /** As `/app` of the image. */
  readonly app: string;

  private constructor(app: string) {
    this.app = app;
  }

  /** @param folder - An empty one. */
  static async unpack(tarball: string, folder: string): Promise<Container> {
    const app = join(folder, 'app');
    await mkdir(join(app, 'cache'), { recursive: true });
    await runToEnd(['tar', '-xzf', tarball, '--strip-components=1'], app);
    for (const file of ['package-lock.json', '.npmrc']) {
      await copyFile(join(ROOT, file), join(app, file));
    }
    for (const command of commandsOf('packages')) {
      await runToEnd(['/bin/sh', '-c', command], app);
    }
    return new Container(app);
  }

  /** Starts a process as the image starts its own, with `command` instead of that of the image. */
  start(environment: Readonly<Record<string, string>> = {}, command = CMD): Program {
    return this.#run([...ENTRYPOINT, ...command], environment);
  }

  /** The exit code of the health check. */
  async checkHealth(environment: Readonly<Record<string, string>>): Promise<number | null> {
    return this.#run(HEALTHCHECK, environment).end();
  }

  #run(command: readonly string[], environment: Readonly<Record<string, string>>): Program {
    return new Program(command, { cwd: this.app, environment: { ...ENVIRONMENT, ...environment } });
  }
}
