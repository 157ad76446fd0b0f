import { buildSchema, type ExecutionArgs, parse } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';

import { Operation } from '../../../src/loading/operation/operation.js';
import { Flights } from '../../../src/server/execution/flights.js';
import { useJit } from '../../../src/server/execution/use-jit.js';
import { ResponseCache } from '../../../src/server/execution/response-cache.js';
import { clientOver } from '../../support/ncbi-client.js';
import { FakeClock } from '../../support/fake-clock.js';
import { ScriptedTransport } from '../../support/scripted-transport.js';

type Execute = (args: ExecutionArgs) => unknown;
type OnExecute = (payload: {
  args: ExecutionArgs;
  executeFn: Execute;
  setExecuteFn: (execute: Execute) => void;
}) => void;

/** What the executor that is there already gives. */
const AS_BEFORE = Promise.resolve({});

const schema = buildSchema('type Query { a: Int b(size: Int): Int }');
Object.assign(schema.getQueryType()?.getFields().b ?? {}, {
  resolve: (_root: unknown, { size }: { size: number }) => size,
});

const clock = new FakeClock();
const client = clientOver(clock, new ScriptedTransport());

describe('an operation', () => {
  let onExecute: OnExecute;
  beforeEach(() => {
    const remembered = new ResponseCache({ clock, maxBytes: 10_000 });
    onExecute = useJit(remembered, new Flights(clock)).onExecute as unknown as OnExecute;
  });

  /** Executes a document as Yoga does; undefined where it is left to the executor that is there already. */
  function execute(document: ExecutionArgs['document'], rest: Partial<ExecutionArgs> = {}): unknown {
    const args: ExecutionArgs = {
      schema,
      document,
      rootValue: { a: 1, b: ({ size }: { size: number }) => size },
      contextValue: { operation: new Operation({ clock, client, deadline: Infinity, maxCalls: 1 }) },
      ...rest,
    };
    let chosen: Execute | undefined;
    onExecute({
      args,
      executeFn: () => AS_BEFORE,
      setExecuteFn: (fn) => {
        chosen = fn;
      },
    });
    const answer = chosen?.(args);
    return answer === AS_BEFORE ? undefined : answer;
  }

  function compiledAt(document: ExecutionArgs['document'], tries: number): number {
    return Array.from({ length: tries }, () => execute(document)).findIndex((answer) => answer !== undefined) + 1;
  }

  it('is compiled when it comes for the fourth time', () => {
    expect(compiledAt(parse('{ a }'), 10)).toBe(4);
  });

  it('is never compiled when graphql-jit would answer it differently', () => {
    expect(compiledAt(parse('{ a @include(if: true) }'), 10)).toBe(0);
  });

  it('is counted by its document, however its variables change', () => {
    const document = parse('query q($size: Int) { b(size: $size) }');
    const answers = [1, 2, 3, 4, 5].map((size) => execute(document, { variableValues: { size } }));
    expect(answers.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(answers.slice(3)).toEqual([{ data: { b: 4 } }, { data: { b: 5 } }]);
  });

  it('is left to the executor, which refuses it, under a name that its document lacks', () => {
    const document = parse('query known { a }');
    expect(compiledAt(document, 4)).toBe(4);
    expect(execute(document, { operationName: 'known' })).toMatchObject({ data: { a: 1 } });
    expect(execute(document, { operationName: 'unknown' })).toBeUndefined();
  });

  // To compile 18,000 fields takes seconds; on a machine that has other work, many.
  it('gives its memory back when many others are compiled after it', { timeout: 120_000 }, () => {
    const fields = Array.from({ length: 500 }, (_, i) => `a${i}: a`).join(' ');
    const first = parse(`query first { ${fields} }`);
    expect(compiledAt(first, 4)).toBe(4);
    for (let i = 0; i < 35; i += 1) {
      expect(compiledAt(parse(`query other${i} { ${fields} }`), 4)).toBe(4);
    }
    expect(compiledAt(first, 4)).toBe(4);
  });
});
