import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadCatalog } from '../../src/catalog/catalog.js';
import { ERROR_CODES } from '../../src/eutils/failures/errors.js';
import { HEALTH_REASONS } from '../../src/server/http/health.js';
import { REFUSAL_CODES } from '../../src/server/access/refusal.js';
import { LAYERS } from '../support/import-rules.js';
import { RunningGateway } from '../support/running-gateway.js';
import { blocksOf, readFile, readPage, readPages, rowsOf } from './pages.js';

/** Environment variables of Node that the documentation names. */
const VARIABLES_OF_NODE = ['NODE_EXTRA_CA_CERTS'];

/** Codes that GraphQL Yoga and its plugins give by themselves. */
const CODES_OF_YOGA = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'PERSISTED_QUERY_MISMATCH'];
const ROOT = new URL('../../', import.meta.url);
const pages = readPages();
const source = readdirSync(new URL('src/', ROOT), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!generated\/\w+)\.tsx?$/.test(file))
  .map((file) => readFileSync(new URL(`src/${file}`, ROOT), 'utf8'))
  .join('\n');

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await RunningGateway.start();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
});

describe('docs/errors.md', () => {
  const rows = rowsOf(readPage('docs/errors.md'));
  const listed = rows.map(([code = '']) => code).filter((code) => /^[A-Z_]+$/.test(code));

  it('explains every code of a field in the words of the source, and says what helps', () => {
    for (const [code, meaning] of Object.entries(ERROR_CODES)) {
      expect(rows).toContainEqual([code, meaning, expect.stringMatching(/\.$/)]);
    }
  });

  it('explains every code of a request in the words of the source, with its status', () => {
    const statuses = new Map(
      [...source.matchAll(/refusal\(\s*'(\w+)'[^]*?status: (\d+)/g)].map(([, code, status]) => [code, status]),
    );
    for (const [code, meaning] of Object.entries(REFUSAL_CODES)) {
      expect(rows).toContainEqual([code, meaning, statuses.get(code)]);
    }
  });

  it('lists no others', () => {
    expect(listed.toSorted()).toEqual(Object.keys({ ...ERROR_CODES, ...REFUSAL_CODES }).toSorted());
  });

  it.each([
    ['{', 'GRAPHQL_PARSE_FAILED'],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('names the code of the document %s', async (query, code) => {
    const { errors } = await gateway.query(query);
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(readPage('docs/errors.md').text).toContain(`\`${code}\``);
  });
});

describe('docs/how-batching-works.md', () => {
  const page = readPage('docs/how-batching-works.md');

  it('shows what its query becomes', async () => {
    const [query] = blocksOf(page).filter(({ language }) => language === 'graphql');
    await using cold = await RunningGateway.start();
    await cold.query(query?.code ?? '');
    const calls = cold.sandbox.requests.map(({ utility, params }) => ({
      program: `${utility}.fcgi`,
      params: params.map(([name, value]) => `${name}=${value}`),
    }));
    const steps = rowsOf(page).filter(([step = '']) => /^\d$/.test(step));
    expect(steps).toHaveLength(calls.length);
    for (const [, , call = ''] of steps) {
      const [program, , shown = ''] = call.split(' ');
      const wanted = shown.split('&').map((param) => param.replace(/=\.\.\.$/, '='));
      expect(
        calls.filter(
          (each) => each.program === program && wanted.every((want) => each.params.some((has) => has.startsWith(want))),
        ),
        call,
      ).toHaveLength(1);
    }
  });
});

describe('docs/architecture.md', () => {
  const page = readPage('docs/architecture.md');
  // A layer may also use single files, which the diagram leaves out.
  const arrows = Object.entries(LAYERS).map(([room, mayUse]) => ({
    room,
    to: mayUse.filter((part) => part in LAYERS),
  }));

  it('draws the arrows that the tests hold, and no others', () => {
    const [diagram] = blocksOf(page).filter(({ language, code }) => language === 'mermaid' && code.includes('-->'));
    const drawn = [...(diagram?.code ?? '').matchAll(/^ {2}(\w+)(?: --> (\w+))?$/gm)].map(([, from, to]) => ({
      from,
      to,
    }));
    const held = arrows.flatMap(({ room, to }) => to.map((target) => ({ from: room, to: target })));
    expect(held.length).toBeGreaterThan(10);
    expect(drawn.filter(({ to }) => to !== undefined)).toEqual(expect.arrayContaining(held));
    expect(drawn.filter(({ to }) => to !== undefined)).toHaveLength(held.length);
    expect([...new Set(drawn.flatMap(({ from, to = from }) => [from, to]))].toSorted()).toEqual(
      expect.arrayContaining(
        arrows
          .map(({ room }) => room)
          .toSorted()
          .filter((room) => room !== 'catalog'),
      ),
    );
  });

  it('names every layer of the source, and every folder of the layers that have them', () => {
    const foldersOf = (path: string): string[] =>
      readdirSync(new URL(path, ROOT), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? [entry.name] : [],
      );
    const [tree] = blocksOf(page).filter(({ language }) => language === 'text');
    const layers = foldersOf('src/');
    const inside = ['server', 'schema', 'mcp', 'tables', 'loading', 'upstream', 'eutils'].flatMap((layer) =>
      foldersOf(`src/${layer}/`),
    );
    // The path of a layer stands behind that of the command in one line.
    const named = [...(tree?.code ?? '').matchAll(/^ +(?:cli\.ts, )?([\w-]+)\/ /gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual([...layers, ...inside].toSorted());
  });

  it('counts the record types and links', () => {
    const { records, links } = loadCatalog();
    expect(page.text).toContain(`${records.length} record types and ${links.length} links`);
  });
});

describe('docs/operating.md', () => {
  const rows = rowsOf(readPage('docs/operating.md'));

  it('names every metric of its own, also those that only Redis brings', async () => {
    const metrics = await (await fetch(`${gateway.server.url}/metrics`)).text();
    const shown = [...metrics.matchAll(/^# TYPE (entrez_graph_\w+) /gm)].map(([, name]) => name);
    const known = [...source.matchAll(/'(entrez_graph_\w+)'/g)].map(([, name]) => name);
    expect(known).toEqual(expect.arrayContaining(shown));
    const listed = rows.map(([name = '']) => name).filter((name) => name.startsWith('entrez_graph_'));
    expect(listed.toSorted()).toEqual(known.toSorted());
  });

  it('says of every alert what to do', () => {
    const alerts = [...readFile('ops/alerts.yaml').matchAll(/- alert: (\w+)/g)].map(([, name]) => name);
    const listed = rows.map(([name = '']) => name).filter((name) => name.startsWith('EntrezGraph'));
    expect(listed).toEqual(alerts);
  });

  it('explains every reason for not being ready', () => {
    expect(HEALTH_REASONS.filter((reason) => !rows.some(([first]) => first === reason))).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  const page = readPage('CONTRIBUTING.md');

  it('names every set of tests', () => {
    const { scripts } = JSON.parse(readFile('package.json')) as { scripts: Record<string, string> };
    const named = rowsOf(page).map(([command]) => command);
    for (const script of Object.keys(scripts).filter((each) => each.startsWith('test:'))) {
      expect(named).toContain(`npm run ${script}`);
    }
  });
});

describe('names in the documentation', () => {
  const words = pages
    .filter(({ path }) => path !== 'CHANGELOG.md')
    .flatMap(({ path, tree }) => {
      const found: string[] = [];
      visit(tree, 'inlineCode', ({ value }) => {
        found.push(value);
      });
      return found.map((word) => ({ path, word }));
    });

  it('of settings, codes and values occur in the source', () => {
    const known = `${source} ${readFile('test/support/import-rules.ts')} ${CODES_OF_YOGA.join(' ')} ${VARIABLES_OF_NODE.join(' ')}`;
    const unknown = words.filter(
      ({ word }) => /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(word) && !new RegExp(`\\b${word}\\b`).test(known),
    );
    expect(unknown).toEqual([]);
  });

  it('of headers occur in the source', () => {
    const headers = words.filter(({ word }) => /^x-(?:entrez|ncbi)-[\w-]+$/.test(word));
    expect(headers.length).toBeGreaterThan(4);
    expect(headers.filter(({ word }) => !source.includes(word))).toEqual([]);
  });

  it('of files are those of files', () => {
    const paths = words.filter(({ word }) =>
      /^(?:src|test|docs|examples|schema|sample|bench|ops|deploy)\/[\w./-]+$/.test(word),
    );
    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter(({ word }) => !existsSync(new URL(word, ROOT)))).toEqual([]);
  });

  it('of scripts are those of package.json', () => {
    const { scripts } = JSON.parse(readFile('package.json')) as { scripts: object };
    const named = words.flatMap(({ path, word }) =>
      [...word.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => ({ path, script })),
    );
    expect(named.filter(({ script }) => !(script in scripts))).toEqual([]);
  });
});

describe('the wording of the documentation', () => {
  /** Words that the style sheet in CONTRIBUTING.md rules out; it quotes them itself. */
  const AVOIDED = /\b(?:whoever|everybody|nobody|somebody|heed\w*|in vain|(?:is|are|was|were|be) (?:asked|told))\b/gi;

  it.each(pages.filter(({ path }) => path !== 'CONTRIBUTING.md'))('names actors and actions in $path', ({ text }) => {
    expect(text.match(AVOIDED) ?? []).toEqual([]);
  });
});
