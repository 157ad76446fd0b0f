import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { KnownDocuments, parametersOf } from '../../src/server/short-way/known-documents.js';

const QUERY = '{ gene(uid: "7157") { symbol } }';
const PARAMETERS = { query: QUERY, operationName: undefined, variables: undefined };
const document = parse(QUERY);

function startKnowing(): KnownDocuments {
  const documents = new KnownDocuments();
  documents.add('', PARAMETERS, {
    response: { name: undefined, type: undefined, headers: [] },
    document: new WeakRef(document),
  });
  return documents;
}

/** Of so many requests, those for which the document was tried. */
function triesOf(documents: KnownDocuments, requests: number): number {
  let tries = 0;
  for (let request = 0; request < requests; request += 1) {
    documents.answer('', PARAMETERS, () => {
      tries += 1;
      return undefined;
    });
  }
  return tries;
}

describe('known documents', () => {
  it('are tried only now and then after failures in a row, until one succeeds', () => {
    const documents = startKnowing();
    expect(triesOf(documents, 8)).toBe(8);
    expect(triesOf(documents, 160)).toBe(10);
    let answered: string | undefined;
    while (answered === undefined) {
      answered = documents.answer('', PARAMETERS, () => 'answered');
    }
    expect(triesOf(documents, 8)).toBe(8);
  });

  it('do not forget their failures when they are seen again', () => {
    const documents = startKnowing();
    triesOf(documents, 9);
    documents.add('', PARAMETERS, {
      response: { name: undefined, type: undefined, headers: [] },
      document: new WeakRef(document),
    });
    expect(triesOf(documents, 8)).toBeLessThan(2);
  });

  it('are found by media type, name of the operation and text', () => {
    const documents = startKnowing();
    const found = (accept: string, parameters: typeof PARAMETERS & { operationName?: string | undefined }): unknown =>
      documents.answer(accept, parameters, (its) => its === document);
    expect(found('', PARAMETERS)).toBe(true);
    expect(found('application/json', PARAMETERS)).toBeUndefined();
    expect(found('', { ...PARAMETERS, operationName: 'A' } as never)).toBeUndefined();
    expect(found('', { ...PARAMETERS, query: `${QUERY} ` })).toBeUndefined();
  });

  it.each([
    ['{"query":"{ a }"}', { query: '{ a }' }],
    ['{"query":"{ a }","variables":null,"operationName":null}', { query: '{ a }' }],
    [
      '{"variables":{"a":1},"query":"{ a }","operationName":"A"}',
      { query: '{ a }', operationName: 'A', variables: { a: 1 } },
    ],
  ])('read %s', (body, parameters) => {
    expect(parametersOf(Buffer.from(body))).toEqual({ operationName: undefined, variables: undefined, ...parameters });
  });

  it.each([
    '{"query":1}',
    '{"query":"{ a }","operationName":""}',
    '{"query":"{ a }","variables":[]}',
    '{"query":"{ a }","variables":"{}"}',
    '{"query":"{ a }","extensions":{}}',
    '{"query":"{ a }","documentId":"a"}',
    '{"query":"{ a }","variables":{"a":9007199254740993}}',
    `{"query":"{ a }","variables":{"a":${'['.repeat(40)}${']'.repeat(40)}}}`,
    '[{"query":"{ a }"}]',
    'null',
    '{',
  ])('leave %s to others', (body) => {
    expect(parametersOf(Buffer.from(body))).toBeUndefined();
  });

  it('leave bytes that are no UTF-8 to others', () => {
    expect(parametersOf(Buffer.from([...Buffer.from('{"query":"'), 0xff, ...Buffer.from('"}')]))).toBeUndefined();
  });
});
