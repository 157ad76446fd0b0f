import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ConfigError } from '../../src/config.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { OfflineGateway } from '../support/offline-gateway.js';
import { TemporaryFolder } from '../support/temporary-folder.js';

const QUERY = 'query Gene($uid: ID!) { gene(uid: $uid) { uid } }';
const DATA = { gene: { uid: '7157' } };
const variables = { uid: '7157' };

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function byHash(sha256Hash: string): { readonly persistedQuery: object } {
  return { persistedQuery: { version: 1, sha256Hash } };
}

async function answerOf(response: Response | Promise<Response>): Promise<GraphqlAnswer> {
  return (await (await response).json()) as GraphqlAnswer;
}

async function codeOf(response: Response | Promise<Response>): Promise<string | undefined> {
  return (await answerOf(response)).errors?.[0]?.extensions.code;
}

describe('an automatic persisted query', () => {
  const extensions = byHash(sha256(QUERY));

  it('is asked for by its hash, once its text has been sent, also by GET', async () => {
    await using offline = await OfflineGateway.start();
    const unknown = await offline.post({ variables, extensions });
    expect(unknown.status).toBe(200);
    expect((await answerOf(unknown)).errors).toEqual([
      { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } },
    ]);
    expect((await answerOf(offline.post({ query: QUERY, variables, extensions }))).data).toEqual(DATA);
    expect((await answerOf(offline.post({ variables, extensions }))).data).toEqual(DATA);
    const params = { variables: JSON.stringify(variables), extensions: JSON.stringify(extensions) };
    expect((await answerOf(fetch(`${offline.url}?${new URLSearchParams(params).toString()}`))).data).toEqual(DATA);
  });

  it('cannot be another than its hash says, so that nobody answers for others', async () => {
    await using offline = await OfflineGateway.start();
    const forged = { query: '{ gene(uid: 1) { uid } }', variables, extensions };
    expect(await codeOf(offline.post(forged))).toBe('PERSISTED_QUERY_MISMATCH');
    expect(await codeOf(offline.post({ variables, extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('is forgotten when those that came after it fill the memory for texts', async () => {
    await using offline = await OfflineGateway.start();
    await offline.post({ query: QUERY, variables, extensions });
    for (let index = 0; index < 70; index += 1) {
      const query = `{ __typename } # ${index} ${'x'.repeat(120_000)}`;
      await offline.post({ query, extensions: byHash(sha256(query)) });
    }
    expect(await codeOf(offline.post({ variables, extensions }))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  it('is held to the limits of every document', async () => {
    await using offline = await OfflineGateway.start();
    const query = `{ ${Array.from({ length: 501 }, (_, index) => `a${index}: __typename`).join(' ')} }`;
    const persisted = byHash(sha256(query));
    expect(await codeOf(offline.post({ query, extensions: persisted }))).toBe('OPERATION_TOO_LARGE');
    expect(await codeOf(offline.post({ extensions: persisted }))).toBe('OPERATION_TOO_LARGE');
  });
});

describe('a server without trusted documents', () => {
  it.each(['documentId', 'id', 'doc_id'])(
    'says of a document that is named by %s alone how it can be answered, by POST and GET',
    async (name) => {
      await using offline = await OfflineGateway.start();
      const modern = { accept: 'application/graphql-response+json' };
      const url = `${offline.url}?${new URLSearchParams({ [name]: 'd1' }).toString()}`;
      for (const response of [offline.post({ [name]: 'd1', variables }, modern), fetch(url, { headers: modern })]) {
        expect((await response).status).toBe(404);
        expect(await answerOf(response)).toMatchObject({
          errors: [
            {
              message: `This server has no trusted documents, so "${name}" names none. Send the text as "query", or let the operator set TRUSTED_DOCUMENTS to your manifest.`,
              extensions: { code: 'DOCUMENT_NOT_TRUSTED' },
            },
          ],
        });
      }
      expect((await answerOf(offline.post({ query: QUERY, [name]: 'd1', variables }))).data).toEqual(DATA);
    },
  );

  it.each([{}, { query: null }, { variables }])('says that %j has no document', async (body) => {
    await using offline = await OfflineGateway.start();
    expect(await answerOf(offline.post(body))).toMatchObject({
      errors: [{ message: 'The request has no document. Send its text as "query".' }],
    });
  });
});

describe('a server of trusted documents', () => {
  async function serve(folder: TemporaryFolder, documents: unknown): Promise<OfflineGateway> {
    const TRUSTED_DOCUMENTS = join(folder.path, 'documents.json');
    await writeFile(TRUSTED_DOCUMENTS, typeof documents === 'string' ? documents : JSON.stringify(documents));
    return OfflineGateway.start({ TRUSTED_DOCUMENTS });
  }

  it('answers those of its manifest, by their ids as the various clients send them', async () => {
    await using folder = await TemporaryFolder.create();
    await using offline = await serve(folder, { d1: QUERY });
    const ids = [{ documentId: 'd1' }, { documentId: 'sha256:d1' }, { id: 'd1', query: null }, { doc_id: 'd1' }];
    for (const named of [...ids, { extensions: byHash('d1') }]) {
      expect((await answerOf(offline.post({ variables, ...named }))).data).toEqual(DATA);
    }
    for (const name of ['documentId', 'id', 'doc_id']) {
      const params = new URLSearchParams({ [name]: 'd1', variables: JSON.stringify(variables) });
      expect((await answerOf(fetch(`${offline.url}?${params.toString()}`))).data).toEqual(DATA);
    }
  });

  it("reads the manifest of Apollo's tools", async () => {
    await using folder = await TemporaryFolder.create();
    const operations = [{ id: 'd1', name: 'Gene', type: 'query', body: QUERY }];
    await using offline = await serve(folder, { format: 'apollo-persisted-query-manifest', version: 1, operations });
    expect((await answerOf(offline.post({ variables, extensions: byHash('d1') }))).data).toEqual(DATA);
  });

  it.each([
    ['a text', { query: '{ __typename }' }, 'DOCUMENT_ID_REQUIRED'],
    ['the very text of one', { query: QUERY, variables }, 'DOCUMENT_ID_REQUIRED'],
    ['a text beside an id', { query: '{ __typename }', documentId: 'd1' }, 'DOCUMENT_ID_REQUIRED'],
    ['a text to be remembered', { query: QUERY, extensions: byHash(sha256(QUERY)) }, 'DOCUMENT_ID_REQUIRED'],
    ['the question for the schema', { query: '{ __schema { description } }' }, 'DOCUMENT_ID_REQUIRED'],
    ['nothing', {}, 'DOCUMENT_ID_REQUIRED'],
    ['an unknown id', { documentId: 'd2' }, 'DOCUMENT_NOT_TRUSTED'],
    ['a name that objects have', { documentId: 'constructor' }, 'DOCUMENT_NOT_TRUSTED'],
  ])('refuses %s', async (_what, body, code) => {
    await using folder = await TemporaryFolder.create();
    await using offline = await serve(folder, { d1: QUERY });
    const response = await offline.post(body, { accept: 'application/graphql-response+json' });
    expect(response.status).toBe(code === 'DOCUMENT_NOT_TRUSTED' ? 404 : 400);
    expect(await codeOf(response)).toBe(code);
  });

  it.each([
    ['no JSON', '{', 'it is no JSON object of texts by their ids'],
    ['texts without ids', [QUERY], 'it is no JSON object'],
    ['a document that the schema does not know', { d1: '{ nope }' }, 'document d1: Cannot query field "nope"'],
    ['a document that is none', { d1: '{' }, 'document d1: Syntax Error'],
    [
      'a document that is too large',
      { d1: `{${' __typename @skip(if: false)'.repeat(101)} }` },
      'document d1: Directives',
    ],
  ])('does not start with %s', async (_what, documents, message) => {
    await using folder = await TemporaryFolder.create();
    const start = serve(folder, documents);
    await expect(start).rejects.toThrow(ConfigError);
    await expect(start).rejects.toThrow(`TRUSTED_DOCUMENTS (--trusted-documents) cannot be used: ${message}`);
  });
});
