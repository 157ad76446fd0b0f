import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../src/catalog/catalog.js';
import { readExamples } from '../src/server/pages/examples.js';
import { readPage, rowsOf } from './docs/pages.js';

const readme = readPage('README.md');
const fromEdirect = readPage('docs/from-edirect.md');

const EXAMPLES = new URL('../examples/', import.meta.url);
const examples = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({ file, text: readFileSync(new URL(file, EXAMPLES), 'utf8').trim() }));

/** Queries, commands and links of both pages are checked by docs/, as on all pages; this is about the examples. */
describe('the README', () => {
  it('shows operations that are examples, which test/e2e/examples.e2e.test.ts runs', () => {
    const shown = [...readme.text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text?.trim());
    expect(shown.length).toBeGreaterThan(0);
    const texts = examples.map(({ text }) => text);
    expect(shown.filter((text) => text === undefined || !texts.includes(text))).toEqual([]);
  });

  it('counts the examples, record types and links', () => {
    const { records, links } = loadCatalog();
    expect(readme.text).toContain(`${readExamples().length} runnable examples`);
    expect(readme.text).toMatch(new RegExp(`${records.length} record types and ${links.length} link fields`));
    expect(readme.text).toContain(`[${examples.length} commands and their GraphQL equivalents]`);
  });

  it('says in its first screen what it is, and how to install it in its second', () => {
    const lines = readme.text.split('\n');
    expect(lines.slice(0, 10).join(' ')).toContain('A typed GraphQL API for [NCBI Entrez]');
    expect(lines.slice(0, 50).join('\n')).toContain('npm ci\nnpm run demo\n');
    expect(lines.length).toBeLessThan(170);
  });
});

describe('docs/from-edirect.md', () => {
  it('lists every example beside the command that it replaces', () => {
    const rows = rowsOf(fromEdirect);
    for (const { file, text } of examples) {
      const replaced = [...text.matchAll(/^# Replaces: (.+)$/gm)].map(([, line = '']) =>
        line.replace('https://eutils.ncbi.nlm.nih.gov/entrez/eutils/', '$EUTILS/'),
      );
      const name = file.replace('.graphql', '');
      const link = `[${name}](../examples/${file}), [run](http://127.0.0.1:4000/graphql#example=${name})`;
      expect(rows).toContainEqual([expect.any(String), replaced.join('<br>'), link]);
    }
  });
});
