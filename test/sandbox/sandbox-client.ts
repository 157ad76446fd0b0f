import { SaxesParser } from 'saxes';
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

/** The elements of an XML answer without prolog and lines between them, for comparing what it says. */
export function elementsOf({ body }: Reply): string {
  new SaxesParser().write(body).close();
  return body
    .replace(/^<\?xml[^>]*>\s*(?:<!DOCTYPE[^>]*>)?/, '')
    .replaceAll(/>\s*\n\s*</g, '><')
    .trim();
}

/** The text of an element that an XML answer has once. */
export function textIn({ body }: Reply, name: string): string {
  const [, text] = new RegExp(`<${name}>([^<]*)</${name}>`).exec(body) ?? [];
  if (text === undefined) {
    throw new Error(`no ${name} in ${body}`);
  }
  return text;
}

export async function read(response: Response): Promise<Reply> {
  return { status: response.status, headers: response.headers, body: await response.text() };
}
