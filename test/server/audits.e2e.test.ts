import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';

import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OfflineGateway } from '../support/offline-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const TOKEN = 'a-token-of-the-audits';

/** The texts that the audits ask, by the ids that a build would have given them. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  typename: '{ __typename }',
  named: 'query Query { __typename }',
  type: 'query Type($name: String!) { __type(name: $name) { name } }',
  unicode: '{ __type(name: "Run🏃Swim🏊") { name } }',
};

type Fetch = typeof fetch;
type Params = Readonly<Record<string, unknown>>;

function withHeader(name: string, value: string): Fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set(name, value);
    return fetch(input, { ...init, headers });
  };
}

/** Changes what an audit asks, and leaves what is no request on purpose. */
function asking(change: (params: Params) => Params): Fetch {
  return (input, init) => {
    const url = new URL(input as string);
    const changed = change(Object.fromEntries(url.searchParams));
    url.search = new URLSearchParams(changed as Record<string, string>).toString();
    return fetch(url, typeof init?.body === 'string' ? { ...init, body: changedBody(init.body, change) } : init);
  };
}

function changedBody(body: string, change: (params: Params) => Params): string {
  let params: unknown;
  try {
    params = JSON.parse(body);
  } catch {
    return body;
  }
  return typeof params === 'object' && params !== null ? JSON.stringify(change(params as Params)) : body;
}

/** Names a trusted document where an audit sends its text. */
const byId = asking(({ query, ...params }) => {
  const id = Object.keys(DOCUMENTS).find((each) => DOCUMENTS[each] === query);
  return id === undefined ? { query, ...params } : { documentId: id, ...params };
});

/** Asks for something else with the same variable where an audit asks for the schema. */
const withoutIntrospection = asking((params) =>
  params.query === DOCUMENTS.type
    ? { ...params, query: 'query Type($name: String!) { __typename taxonomy(name: $name) @skip(if: true) { uid } }' }
    : params,
);

describe.each([
  ['as it comes', {}, fetch],
  [
    'with tokens and quotas',
    { AUTH_TOKENS_FILE: 'tokens', REQUESTS_PER_MINUTE: '1000', CALLS_PER_HOUR: '1' },
    withHeader('authorization', `Bearer ${TOKEN}`),
  ],
  ['that wants a header against CSRF', { CSRF_HEADER: 'on' }, withHeader('x-entrez-csrf', '1')],
  [
    'for the pages of some origins',
    { CORS_ORIGINS: 'https://app.example' },
    withHeader('origin', 'https://app.example'),
  ],
  ['without introspection and pages', { INTROSPECTION: 'off', GRAPHIQL: 'off' }, withoutIntrospection],
  ['of trusted documents', { TRUSTED_DOCUMENTS: 'documents.json' }, byId],
])('a server %s', (_what, settings: Readonly<Record<string, string>>, fetchFn) => {
  let folder: TemporaryFolder;
  let offline: OfflineGateway;
  beforeAll(async () => {
    folder = await TemporaryFolder.create();
    await writeFile(join(folder.path, 'tokens'), `audits:${TOKEN}\n`);
    await writeFile(join(folder.path, 'documents.json'), JSON.stringify(DOCUMENTS));
    const inFolder = (name: string, value: string): string =>
      /FILE|DOCUMENTS/.test(name) ? join(folder.path, value) : value;
    offline = await OfflineGateway.start(
      Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, inFolder(name, value)])),
    );
  });
  afterAll(async () => {
    await offline[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  });

  const audits = serverAudits({ url: () => offline.url, fetchFn });
  it('is audited in 61 points', () => {
    expect(audits).toHaveLength(61);
  });
  it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});
