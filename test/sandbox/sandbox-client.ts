import { afterAll, beforeAll } from 'vitest';

import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/server.js';

/** What came back over HTTP. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

interface Client {
  readonly sandbox: () => Sandbox;
  readonly get: (path: string) => Promise<Reply>;
  readonly json: <T>(path: string) => Promise<T>;
}

/** A sandbox for the tests of one file, without a rate limit unless the options set one. */
export function useSandbox(options: SandboxOptions = {}): Client {
  let running: Sandbox | undefined;
  beforeAll(async () => {
    running = await startSandbox({ rps: 0, keyedRps: 0, ...options });
  });
  afterAll(async () => {
    await running?.close();
  });
  const sandbox = (): Sandbox => {
    if (running === undefined) {
      throw new Error('the sandbox is not running');
    }
    return running;
  };
  const get = async (path: string): Promise<Reply> => read(await fetch(sandbox().url + path));
  return { sandbox, get, json: async <T>(path: string) => JSON.parse((await get(path)).body) as T };
}

export async function read(response: Response): Promise<Reply> {
  return { status: response.status, headers: response.headers, body: await response.text() };
}
