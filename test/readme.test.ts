import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readPage, rowsOf } from './docs/pages.js';

const readme = readPage('README.md');
const rows = rowsOf(readme);

const EXAMPLES = new URL('../examples/', import.meta.url);
const examples = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({ file, text: readFileSync(new URL(file, EXAMPLES), 'utf8').trim() }));

/** What it says is held by the tests in docs/, as for all pages; this is about the examples. */
describe('the README', () => {
  it('shows operations that are examples, which test/e2e/examples.test.ts asks', () => {
    const shown = [...readme.text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text?.trim());
    expect(shown.length).toBeGreaterThan(1);
    const texts = examples.map(({ text }) => text);
    expect(shown.filter((text) => text === undefined || !texts.includes(text))).toEqual([]);
  });

  it('names every example beside the line that it replaces', () => {
    for (const { file, text } of examples) {
      const replaced = [...text.matchAll(/^# Replaces: (.+)$/gm)].map(([, line = '']) =>
        line.replace('https://eutils.ncbi.nlm.nih.gov/entrez/eutils/', '$EUTILS/'),
      );
      const name = file.replace('.graphql', '');
      const link = `[${name}](examples/${file}), [run](http://127.0.0.1:4000/graphql#example=${name})`;
      expect(rows).toContainEqual([expect.any(String), replaced.join('<br>'), link]);
    }
  });

  it('is a front door: one screen says what it is and how to start', () => {
    const firstScreen = readme.text.split('\n').slice(0, 40).join('\n');
    expect(firstScreen).toContain('npm ci\nnpm run demo\n');
    expect(readme.text.split('\n').length).toBeLessThan(250);
  });
});
