import { spawnSync } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';

import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { exampleLink, readExamples } from '../../src/server/pages/examples.js';
import type { GraphqlAnswer } from '../support/running-gateway.js';
import { askCold } from './ask-cold.js';
import { type Block, blocksOf, type Page, readFile, readPages } from './pages.js';
import { type Edit, edited, type Question, questionsOf } from './questions.js';
import { Reader } from './reader.js';
import { type Shell, shellsOf, stays } from './shells.js';
import { shown } from './shown-answer.js';

const pages = readPages();
const examples = readExamples();
const PROGRAMS = [
  ['elink', 'ELink'],
  ['esummary', 'ESummary'],
  ['esearch', 'ESearch'],
  ['efetch', 'EFetch'],
  ['epost', 'EPost'],
] as const;
const HAS_CURL = spawnSync('curl', ['--version']).status === 0;
/** Languages of blocks and the tests that look at them. */
const LANGUAGES = {
  graphql: 'this',
  json: 'this',
  sh: 'commands.test.ts',
  csv: 'this',
  text: 'this, and facts.e2e.test.ts',
  mermaid: 'facts.e2e.test.ts',
  ts: 'this',
  js: 'test/sandbox/page.e2e.test.ts',
  toml: 'test/mcp/client-configuration.test.ts',
} as const;

describe('the documentation', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await Reader.start();
  });
  afterAll(async () => {
    await reader[Symbol.asyncDispose]();
  });

  /** What the page should show of a query where it shows something else. */
  async function ofQuery({ block, cost, answer }: Question): Promise<Edit[]> {
    const { demo } = reader;
    expect(validate(demo.gateway.schema, parse(block.code)), placeOf(block)).toEqual([]);
    const asked = cost ? await askCold(demo, block.code) : await demo.query(block.code);
    if (!answer) {
      expect(asked.errors, placeOf(block)).toBeUndefined();
    }
    return [
      ...(answer ? inJson(answer, shown(asked)) : []),
      ...(cost ? [{ ...cost, text: costLine(block, asked) }] : []),
    ];
  }

  /** What the page should show of the output of commands where it shows something else. */
  async function ofCommands({ lines, output }: Shell): Promise<Edit[]> {
    const outputs: string[] = [];
    for (const line of lines) {
      const [program, ...args] = line.words;
      if (program === 'entrez-graph' && !stays(line)) {
        outputs.push(await reader.outputOf(args));
      }
    }
    if (!output) {
      return [];
    }
    return [{ ...output, text: outputs.join('').trimEnd() }];
  }

  it.each(
    pages
      .map((page) => [page.path, page] as const)
      .filter(([, page]) => questionsOf(page).length + shellsOf(page).length > 0),
  )('%s shows what its queries answer and cost, and what its commands write; --update writes it', async (_, page) => {
    const edits: Edit[] = [];
    for (const question of questionsOf(page)) {
      edits.push(...(await ofQuery(question)));
    }
    for (const shell of shellsOf(page)) {
      edits.push(...(await ofCommands(shell)));
    }
    await expect(edited(page.text, edits)).toMatchFileSnapshot(page.file);
  });

  it.skipIf(!HAS_CURL)('has lines of curl that are answered (needs curl)', async () => {
    const asked = pages.flatMap(shellsOf).flatMap(({ lines }) => lines.filter(({ words }) => words[0] === 'curl'));
    expect(asked.length).toBeGreaterThan(2);
    for (const { text } of asked) {
      expect(await reader.curl(text), text).not.toMatch(/^$|"errors"/);
    }
  });

  it('shows the account of an answer with all its members', async () => {
    const [account] = blocksNamed('json').filter(({ code }) => code.includes('"waitedMs"'));
    const { extensions } = await reader.demo.query('{ gene(uid: "7157") { symbol } }');
    const { calls, ...rest } = JSON.parse(account?.code ?? '{}') as GraphqlAnswer['extensions']['entrez'];
    expect(Object.keys(rest).toSorted()).toEqual(
      Object.keys(extensions.entrez)
        .filter((key) => key !== 'calls')
        .toSorted(),
    );
    expect(Object.keys(calls)).toEqual(Object.keys(extensions.entrez.calls));
  });
});

describe('blocks of code in the documentation', () => {
  it('say in which language they are, one that a test looks at', () => {
    const others = pages.flatMap(blocksOf).filter(({ language }) => !(language in LANGUAGES));
    expect(others.map((block) => `${placeOf(block)}: ${block.language}`)).toEqual([]);
  });

  it('in JSON are answers of the block above, or the account of one', () => {
    for (const page of pages) {
      for (const [index, block] of blocksOf(page).entries()) {
        const before = blocksOf(page)[index - 1]?.language;
        expect(
          block.language !== 'json' ||
            before === 'graphql' ||
            block.code.includes('"waitedMs"') ||
            // test/mcp/client-configuration.test.ts looks at the configuration of clients.
            page.path === 'docs/assistants.md',
          placeOf(block),
        ).toBe(true);
      }
    }
  });

  it('that show an example lead to it in GraphiQL, ready to run', () => {
    for (const page of pages) {
      for (const block of blocksNamed('graphql').filter(({ page: path }) => path === page.path)) {
        const example = examples.find(({ query }) => query.trim() === block.code);
        const below = page.text.slice(block.to).split(/^(?:#|```\w)/m, 1)[0] ?? '';
        expect(below, placeOf(block)).toContain(example ? linkTo(example.name) : '');
      }
    }
  });

  it('in the cookbook are fifteen questions, each with its cost, answer and file', () => {
    const cookbook = pages.find(({ path }) => path === 'docs/cookbook.md');
    const questions = cookbook ? questionsOf(cookbook) : [];
    expect(questions).toHaveLength(15);
    expect(questions.filter(({ cost, answer }) => !cost || !answer)).toEqual([]);
    expect(questions.map(({ block }) => block.code).toSorted()).toEqual(
      examples
        .filter(({ name }) => name.startsWith('cookbook/'))
        .map(({ query }) => query.trim())
        .toSorted(),
    );
  });

  it('in TypeScript stand in the example client, which test/clients-typed/ compiles and runs; test/packaging/ runs others', () => {
    const client = ['ask.ts', 'gene-report.ts', 'retry.ts']
      .map((file) => readFile(`examples/client/${file}`))
      .join('\n');
    for (const block of blocksNamed('ts').filter((each) => !placeOf(each).startsWith('docs/embedding.md'))) {
      expect(client, placeOf(block)).toContain(block.code);
    }
  });
});

/** Rewrites a block only if it says something else: how JSON is laid out is left to the formatter. */
function inJson(block: Block, value: unknown): Edit[] {
  return isDeepStrictEqual(JSON.parse(block.code), value)
    ? []
    : [{ ...block, text: JSON.stringify(value, undefined, 2) }];
}

/** `**3 calls**: 1 ELink, 2 ESummary.`, and where the query opens, if it is an example. */
function costLine({ code }: Block, { extensions }: GraphqlAnswer): string {
  const { calls } = extensions.entrez;
  const parts = PROGRAMS.flatMap(([utility, program]) => (calls[utility] > 0 ? [`${calls[utility]} ${program}`] : []));
  const example = examples.find(({ query }) => query.trim() === code);
  const link = example ? ` [Open it in GraphiQL](${linkTo(example.name)})` : '';
  return `**${calls.total} ${calls.total === 1 ? 'call' : 'calls'}**: ${parts.join(', ') || 'none at all'}.${link}`;
}

/** Where the demo opens an example. */
function linkTo(example: string): string {
  return `http://127.0.0.1:4000${exampleLink(example)}`;
}

function blocksNamed(language: keyof typeof LANGUAGES): readonly Block[] {
  return pages.flatMap((page: Page) => blocksOf(page).filter((block) => block.language === language));
}

function placeOf({ page, line }: Block): string {
  return `${page}:${line}`;
}
