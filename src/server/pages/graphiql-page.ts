import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

import type { GraphQLSchema } from 'graphql';

import { isPagePreferred } from '../accept/whole-type.js';
import { documentIn } from '../../schema/core/type-prefix.js';
import { readExamples } from './examples.js';
import type { GraphiqlParts } from './graphiql-parts.js';
import { type PageFile, pageFile, sendPageFile } from './page-file.js';
import { pagePolicy } from './security-headers.js';

/** What a newcomer finds in the editor: the first example of the README. */
export const FIRST_QUERY = readFileSync(new URL('../../../examples/first-look.graphql', import.meta.url), 'utf8');

const ADDRESS = '/graphql';

/**
 * GraphiQL needs more than nothing: workers of its own for its editor, which also computes styles and writes them into
 * the page, and fonts and pictures that lie in its style sheet. Scripts come from this server only.
 */
const POLICY = pagePolicy({
  'worker-src': "'self'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': 'data:',
  'font-src': 'data:',
});

/** GraphiQL without a CDN. Its files have 9 MB: each is compressed once, when it is first asked for. */
export class GraphiqlPage {
  readonly #schema: GraphQLSchema;
  readonly #hasExplore: boolean;
  readonly #files = new Map<string, Promise<PageFile>>();
  #parts: Promise<GraphiqlParts> | undefined;

  /**
   * @param schema - What is asked; the examples name its types.
   * @param hasExplore - Whether there is a page /explore to lead to.
   */
  constructor(schema: GraphQLSchema, hasExplore: boolean) {
    this.#schema = schema;
    this.#hasExplore = hasExplore;
  }

  /** Whether a request comes from a browser that wants a page rather than an answer. */
  static isWanted({ method, headers }: IncomingMessage): boolean {
    return method === 'GET' && isPagePreferred(headers.accept ?? null);
  }

  /** Whether a path is that of a file of the page, such as `/graphql/graphiql.js`. */
  static isPart(path: string): boolean {
    return path.startsWith(`${ADDRESS}/`);
  }

  /** Sends the page or one of its files, or 304 to a browser that has it; 404 for a file that it lacks. */
  async send(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = path.slice(ADDRESS.length);
    this.#parts ??= this.#load();
    const parts = await this.#parts;
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (!part || request.method !== 'GET') {
      response.writeHead(part ? 405 : 404, { ...(part && { allow: 'GET' }) }).end();
      return;
    }
    let file = this.#files.get(name);
    if (!file) {
      file = promisify(gzip)(part.text, { level: constants.Z_BEST_SPEED }).then(pageFile);
      this.#files.set(name, file);
    }
    sendPageFile(request, response, await file, { type: part.type, encoding: 'gzip', policy: POLICY });
  }

  async #load(): Promise<GraphiqlParts> {
    // Not before somebody looks at it: it takes tens of milliseconds and of megabytes.
    const { graphiqlParts } = await import('./graphiql-parts.js');
    const examples = readExamples().map((example) => ({
      ...example,
      query: documentIn(this.#schema, example.query),
    }));
    return graphiqlParts(examples, this.#hasExplore);
  }
}
