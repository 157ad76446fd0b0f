import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';

/** Where `npm run build` puts the page; two folders up from both src/server/ and dist/server/. */
const BUILT = fileURLToPath(new URL('../../dist/explore/', import.meta.url));

interface Part {
  readonly file: string;
  readonly type: string;
}

const PARTS: Readonly<Record<string, Part>> = {
  '/explore': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/explore/explore.js': { file: 'explore.js', type: 'text/javascript; charset=utf-8' },
  '/explore/explore.css': { file: 'explore.css', type: 'text/css; charset=utf-8' },
};

/** Encodings that the build leaves beside each file, the smallest first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
  { name: undefined, ending: '' },
] as const;

/** The page brings its scripts and styles as files of its own, so nothing inline needs to be allowed. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

interface Sendable {
  readonly content: Buffer;
  readonly etag: string;
}

/** The page that draws the graph, compressed when it was built. */
export class ExplorePage {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<Sendable>>();

  /** @param folder - Where `scripts/build-explore.ts` put it. */
  constructor(folder = BUILT) {
    this.#folder = folder;
  }

  /** Sends one of the page's files, or 304 to a browser that has it; 503 where the page was not built. */
  async send(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const part = PARTS[path];
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = ENCODINGS.find(({ name }) => name === undefined || new RegExp(`\\b${name}\\b`).test(accepted));
    if (!part || !encoding || request.method !== 'GET') {
      response.writeHead(405, { allow: 'GET' }).end();
      return;
    }
    let file: Sendable;
    try {
      file = await this.#read(`${part.file}${encoding.ending}`);
    } catch {
      response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('This page was not built. Run npm run build.\n');
      return;
    }
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('vary', 'accept-encoding');
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('etag', file.etag);
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': part.type,
        'content-length': file.content.byteLength,
        ...(encoding.name !== undefined && { 'content-encoding': encoding.name }),
      })
      .end(file.content);
  }

  #read(name: string): Promise<Sendable> {
    const known = this.#files.get(name);
    if (known) {
      return known;
    }
    const reading = readFile(`${this.#folder}/${name}`).then((content) => ({
      content,
      etag: `"${createHash('sha256').update(content).digest('base64url')}"`,
    }));
    this.#files.set(name, reading);
    // A page that is built later is found then.
    reading.catch(() => this.#files.delete(name));
    return reading;
  }
}
