import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { describe, expect, it } from 'vitest';

import { readConfig } from '../../src/config.js';
import { startSandbox } from '../../src/sandbox/server.js';
import { createGateway } from '../../src/server/gateway.js';
import { startServer } from '../../src/server/http/http-server.js';
import { createLogger } from '../../src/server/logger.js';
import { hurryClock } from '../support/hurried-clock.js';
import type { Interceptor } from '../support/interceptor.js';
import { RecordedSpans } from '../support/recorded-spans.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

hurryClock(5);

/** What must be seen nowhere. NCBI echoes the keys and addresses of its callers, and so do these faults. */
const PLANTED = {
  serverKey: '0123456789abcdef0123456789abcdef0123',
  callerKey: 'fedcba9876543210fedcba9876543210fedc',
  token: 'planted-token-of-a-client',
  address: '203.0.113.77',
  address6: '2001:db8:77:1::77',
  email: 'operator@planted.example',
};

const ECHO = `API key invalid: api_key=${PLANTED.callerKey} (key ${PLANTED.serverKey}) email=${PLANTED.email} from ${PLANTED.address}, ${PLANTED.address6}`;

const FAULTS: readonly (readonly [what: string, interceptor: Interceptor])[] = [
  ['a refusal by rate', () => ({ status: 429, body: JSON.stringify({ error: ECHO, 'api-key': PLANTED.serverKey }) })],
  ['a refused key', () => ({ status: 400, body: JSON.stringify({ error: ECHO }) })],
  ['a server error', () => ({ status: 502, body: `<html><body>${ECHO}</body></html>` })],
  ['the page for blocked addresses', () => ({ status: 403, body: `<html><title>Blocked</title>${ECHO}</html>` })],
  ['an error inside an answer', () => ({ status: 200, body: `<eLinkResult><ERROR>${ECHO}</ERROR></eLinkResult>` })],
  ['JSON that is cut off', () => ({ status: 200, body: `{"error": "${ECHO}` })],
  ['a redirection', () => ({ status: 302, headers: { location: `http://${PLANTED.address}/?${ECHO}` }, body: '' })],
];

const QUERIES = [
  '{ gene(uid: "7157") { symbol omim(first: 2) { nodes { title } } linkOut { url } } }',
  '{ search { pubmed(term: "x", first: 1) { nodes { title } } } }',
  '{ nope }',
  // A key by mistake, where a name should stand.
  `query ${PLANTED.callerKey} { gene(uid: "672") { symbol } }`,
  '{',
];

/** All that a span says. */
function textOf({ name, attributes, events, links, status, resource }: ReadableSpan): string {
  return JSON.stringify([name, attributes, events, links, status, resource.attributes]);
}

describe('a run of faults', () => {
  it.each(FAULTS)(
    'shows no key, token or address in answers, headers, logs, metrics and traces: %s',
    async (_what, interceptor) => {
      await using folder = await TemporaryFolder.create();
      const AUTH_TOKENS_FILE = join(folder.path, 'tokens');
      await writeFile(AUTH_TOKENS_FILE, `client:${PLANTED.token}\n`);
      const sandbox = await startSandbox({ rps: 0 });
      sandbox.intercept(interceptor);
      const config = readConfig({
        NCBI_BASE_URL: sandbox.url,
        NCBI_API_KEY: PLANTED.serverKey,
        NCBI_EMAIL: PLANTED.email,
        NCBI_RPS: '100',
        DEADLINE_MS: '15000',
        LOG_LEVEL: 'debug',
        AUTH_TOKENS_FILE,
      });
      const seen: string[] = [];
      await using recorded = new RecordedSpans();
      const logger = createLogger('debug', config, { write: (line) => void seen.push(line) });
      const server = await startServer(createGateway(config, logger), { host: '127.0.0.1', port: 0 });
      const ask = async (query: string, headers: Readonly<Record<string, string>>): Promise<void> => {
        const response = await fetch(`${server.url}/graphql`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-forwarded-for': PLANTED.address,
            'x-request-id': PLANTED.callerKey,
            ...headers,
          },
          body: JSON.stringify({ query }),
        });
        seen.push(JSON.stringify([...response.headers]), await response.text());
      };
      const authorization = `Bearer ${PLANTED.token}`;
      await Promise.all(
        QUERIES.flatMap((query) => [
          ask(query, { authorization }),
          ask(query, { authorization, 'x-ncbi-api-key': PLANTED.callerKey }),
          ask(query, { authorization: `${authorization}-wrong` }),
        ]),
      );
      const ready = await fetch(`${server.url}/health/ready`);
      seen.push(JSON.stringify([...ready.headers]), await ready.text());
      const metrics = await fetch(`${server.url}/metrics`, { headers: { authorization } });
      seen.push(await metrics.text());
      await server.close();
      await sandbox.close();
      const spans = recorded.take();
      seen.push(...spans.map(textOf));

      const all = seen.join('\n');
      expect(sandbox.requests.length).toBeGreaterThan(0);
      expect(all).toContain('UNAUTHENTICATED');
      expect(all).toContain('entrez_graph_upstream_calls_total{');
      expect(all).toMatch(/"level":\d0,.*"requestId":/);
      // Which utilities were asked before the deadline depends on the fault: a refusal by rate lets only a few calls start.
      const names = spans.map(({ name }) => name);
      expect(names).toContain('query');
      expect(names).toContainEqual(expect.stringMatching(/^POST e\w+\.fcgi$/));
      expect(all).toMatch(/"code":"(UPSTREAM|MALFORMED|INVALID|DEADLINE)/);
      for (const [name, secret] of Object.entries(PLANTED)) {
        expect(all.split(secret).length - 1, name).toBe(0);
      }
    },
  );
});
