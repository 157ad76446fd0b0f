import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

import type { Config } from '../../config.js';
import { MAX_PAGE } from '../../schema/core/paging.js';
import { type PageFile, pageFile, sendPageFile } from './page-file.js';
import { pagePolicy } from './security-headers.js';

/** Where `npm run build` puts the page; two folders up from both src/server/ and dist/server/. */
export const BUILT_EXPLORE = fileURLToPath(new URL('../../../dist/explore/', import.meta.url));

interface Part {
  readonly file: string;
  readonly type: string;
}

/** It is made here, from the one that was built, and hardly smaller when it is compressed. */
const PAGE: Part = { file: 'index.html', type: 'text/html; charset=utf-8' };

const PARTS: Readonly<Record<string, Part>> = {
  '/explore': PAGE,
  '/explore/explore.js': { file: 'explore.js', type: 'text/javascript; charset=utf-8' },
  '/explore/explore.css': { file: 'explore.css', type: 'text/css; charset=utf-8' },
};

/** Encodings that the build leaves beside each other file, the smallest first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
  { name: undefined, ending: '' },
] as const;

const POLICY = pagePolicy();

/** The page that draws the graph. Its scripts and styles were compressed when it was built. */
export class ExplorePage {
  readonly #settings: string;
  readonly #folder: string;
  readonly #files = new Map<string, Promise<PageFile>>();

  /**
   * @param config - The settings that the page differs by. It finds them in itself.
   * @param folder - Where `scripts/build-explore.ts` put it.
   */
  constructor({ TYPE_PREFIX = '', GRAPHIQL }: Pick<Config, 'TYPE_PREFIX' | 'GRAPHIQL'>, folder = BUILT_EXPLORE) {
    this.#settings = Object.entries({ 'max-page': MAX_PAGE, 'type-prefix': TYPE_PREFIX, graphiql: GRAPHIQL })
      .map(([name, content]) => `<meta name="${name}" content="${content}" />`)
      .join('');
    this.#folder = folder;
  }

  /** Sends one of the page's files, or 304 to a browser that has it; 503 where the page was not built. */
  async send(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const part = PARTS[path];
    const accepted = part === PAGE ? '' : (request.headers['accept-encoding'] ?? '');
    const encoding = ENCODINGS.find(({ name }) => name === undefined || new RegExp(`\\b${name}\\b`).test(accepted));
    if (!part || !encoding || request.method !== 'GET') {
      response.writeHead(405, { allow: 'GET' }).end();
      return;
    }
    let file: PageFile;
    try {
      file = await this.#read(`${part.file}${encoding.ending}`);
    } catch {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This page was not built. Run npm run build.\n');
      return;
    }
    sendPageFile(request, response, file, { type: part.type, encoding: encoding.name, policy: POLICY });
  }

  #read(name: string): Promise<PageFile> {
    const known = this.#files.get(name);
    if (known) {
      return known;
    }
    const reading = readFile(`${this.#folder}/${name}`).then((content) =>
      pageFile(name === PAGE.file ? this.#filledIn(content) : content),
    );
    this.#files.set(name, reading);
    // A page that is built later is found then.
    reading.catch(() => this.#files.delete(name));
    return reading;
  }

  #filledIn(page: Buffer): Buffer {
    return Buffer.from(page.toString().replace('</head>', `${this.#settings}</head>`));
  }
}
