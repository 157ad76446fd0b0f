import { readdirSync, readFileSync } from 'node:fs';

import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { RunningGateway } from '../support/running-gateway.js';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const examples = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({ file, text: readFileSync(new URL(file, EXAMPLES), 'utf8') }));
const operations = examples.flatMap(({ file, text }) =>
  parse(text)
    .definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((operation) => ({ file, text, operation, name: operation.name?.value ?? '' })),
);

function runsAsItStands({ variableDefinitions = [] }: OperationDefinitionNode): boolean {
  return variableDefinitions.every(({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue);
}

/** What holds for all examples. What each of them answers is checked in `examples/` and in `chains.e2e.test.ts`. */
describe('every example', () => {
  let gateway: RunningGateway;
  beforeAll(async () => {
    gateway = await RunningGateway.start();
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
  });

  it('is asked by a test that looks at the answer', () => {
    const tests = readdirSync(new URL('./', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
      .join('\n');
    const asked = [...tests.matchAll(/\bask\(\w+, (\w+)Document\b|\b(\w+)Document\.toString\(\)/g)].map(
      ([, typed, plain]) => typed ?? plain,
    );
    expect([...new Set(asked)].toSorted()).toEqual(operations.map(({ name }) => name).toSorted());
  });

  it.each(operations.filter(({ operation }) => runsAsItStands(operation)))(
    '$name can be pasted into GraphiQL as it stands',
    async ({ operation, name }) => {
      const { data, errors = [] } = await gateway.query(print(operation));
      expect(Object.values(data ?? {})).not.toContain(null);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(
        name === 'LibraryLinks' ? ['UNSUPPORTED_COMMAND'] : [],
      );
    },
  );

  it.each(operations)('$name is introduced by what it answers and by the line that it replaces', ({ text, name }) => {
    const before = text.slice(0, text.search(new RegExp(`^query ${name}\\b`, 'm'))).trimEnd();
    const comment = before
      .split(/\n(?!#)/)
      .at(-1)
      ?.trim();
    expect(comment).toMatch(
      /^# [A-Z][^]*\.\n# Replaces: (?:curl (?:-g )?"https|Entrez\.|elink |esearch |efetch |\[Entrez\.)[^\n]+$/,
    );
  });

  it.each(
    examples.flatMap(({ file, text }) =>
      [...text.matchAll(/^# Replaces: curl (?:-g )?"https:\/\/[^/]+\/entrez\/eutils\/([^"$]+)"$/gm)].map(
        ([, request = '']) => ({
          file,
          request,
        }),
      ),
    ),
  )('$file replaces a curl line that works: $request', async ({ file, request }) => {
    const response = await fetch(gateway.sandbox.url + request);
    expect(response.status).toBe(200);
    const answer = await response.text();
    expect(/<ERROR>|"ERROR"/.test(answer)).toBe(file === 'library-links.graphql');
  });
});
