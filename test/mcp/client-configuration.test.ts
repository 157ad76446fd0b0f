import { expect, it } from 'vitest';

import { settingList } from '../../src/config.js';
import { blocksOf, readPage } from '../docs/pages.js';

const blocks = blocksOf(readPage('docs/assistants.md'));

interface Entry {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly url?: string;
}

it('docs/assistants.md configures clients to start the command, or to call /mcp', () => {
  const entries = blocks
    .filter(({ language }) => language === 'json')
    .flatMap(({ code }) => Object.values(JSON.parse(code) as Readonly<Record<string, { readonly entrez: Entry }>>))
    .map(({ entrez }) => entrez);
  expect(entries).toHaveLength(4);
  for (const { command, args, env = {}, url } of entries) {
    expect(url ?? [command, args]).toEqual(
      url === undefined ? ['entrez-graph', ['mcp']] : expect.stringMatching(/:4000\/mcp$/),
    );
    expect(settingList.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(env)));
  }
});

it('docs/assistants.md configures Codex likewise', () => {
  const [block] = blocks.filter(({ language }) => language === 'toml');
  expect(block?.code).toContain('command = "entrez-graph"\nargs = ["mcp"]');
});
