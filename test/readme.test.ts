import { readdirSync, readFileSync } from 'node:fs';

import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';

import { loadCatalog } from '../src/catalog/catalog.js';
import { settingList } from '../src/config.js';
import { ERROR_CODES } from '../src/eutils/errors.js';
import { REFUSAL_CODES } from '../src/server/refusal.js';
import { buildSchema } from '../src/schema/schema.js';

const ROOT = new URL('../', import.meta.url);
const readme = readFileSync(new URL('README.md', ROOT), 'utf8');
const rows = readme
  .split('\n')
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('`', '').replaceAll('\\|', '|')));

const EXAMPLES = new URL('examples/', ROOT);
const examples = readdirSync(EXAMPLES)
  .filter((file) => file.endsWith('.graphql'))
  .map((file) => ({ file, text: readFileSync(new URL(file, EXAMPLES), 'utf8').trim() }));

describe('the README', () => {
  it('shows operations that are examples, which test/e2e/examples.test.ts asks', () => {
    const shown = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text?.trim());
    expect(shown.length).toBeGreaterThan(3);
    const texts = examples.map(({ text }) => text);
    expect(shown.filter((text) => text === undefined || !texts.includes(text))).toEqual([]);
    const schema = buildSchema(loadCatalog());
    expect(texts.flatMap((text) => validate(schema, parse(text)))).toEqual([]);
  });

  it('names every example beside the line that it replaces', () => {
    for (const { file, text } of examples) {
      const replaced = [...text.matchAll(/^# Replaces: (.+)$/gm)].map(([, line = '']) =>
        line.replace('https://eutils.ncbi.nlm.nih.gov/entrez/eutils/', '$EUTILS/'),
      );
      const name = file.replace('.graphql', '');
      const link = `[${name}](examples/${file})`;
      expect(rows).toContainEqual(['', expect.any(String), replaced.join('<br>'), link, '']);
    }
  });

  it('names every setting with its flag and meaning', () => {
    for (const { name, flag, description } of settingList) {
      expect(rows).toContainEqual(['', name, flag, description, '']);
    }
  });

  it('explains every error code in the words of the code', () => {
    for (const [code, meaning] of Object.entries({ ...ERROR_CODES, ...REFUSAL_CODES })) {
      expect(rows).toContainEqual(['', code, meaning, '']);
    }
  });

  it('names only scripts and files that exist', () => {
    const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { scripts: object };
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script ?? '');
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => new URL(path ?? '', ROOT));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) {
      expect(() => (link.href.endsWith('/') ? readdirSync(link) : readFileSync(link)), link.pathname).not.toThrow();
    }
  });
});
