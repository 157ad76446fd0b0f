import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { fromMarkdown } from 'mdast-util-from-markdown';
import { visit } from 'unist-util-visit';

const ROOT = new URL('../../', import.meta.url);
/** What people read. What is generated or only copied elsewhere is not among it. */
const OUTSIDE_DOCS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'sample/NOTICE.md',
  'bench/README.md',
  'examples/federation/README.md',
];

export interface Page {
  /** From the root of the project, such as `docs/errors.md`. */
  readonly path: string;
  readonly file: string;
  readonly text: string;
  readonly tree: ReturnType<typeof fromMarkdown>;
}

const trees = new Map<string, Page['tree']>();

/** A fenced block of code. */
export interface Block {
  readonly page: string;
  readonly line: number;
  /** What stands behind the fence, in lower case; empty when nothing does. */
  readonly language: string;
  readonly code: string;
  /** Where the code begins and ends in the text of its page, without the fences. */
  readonly from: number;
  readonly to: number;
}

export function readPages(): readonly Page[] {
  const docs = readdirSync(new URL('docs/', ROOT))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`);
  return [...OUTSIDE_DOCS, ...docs].map(readPage);
}

export function readPage(path: string): Page {
  const file = fileURLToPath(new URL(path, ROOT));
  const text = readFileSync(file, 'utf8');
  return { path, file, text, tree: treeOf(text) };
}

/** Parses a text once for all tests of a process: that takes seconds for all pages. */
function treeOf(text: string): Page['tree'] {
  const tree = trees.get(text) ?? fromMarkdown(text);
  trees.set(text, tree);
  return tree;
}

/** The blocks of code of a page, in their order. */
export function blocksOf({ path, tree, text }: Page): readonly Block[] {
  const blocks: Block[] = [];
  visit(tree, 'code', ({ lang, value, position }) => {
    const start = position?.start.offset ?? 0;
    const from = text.indexOf('\n', start) + 1;
    blocks.push({
      page: path,
      line: position?.start.line ?? 0,
      language: lang?.toLowerCase() ?? '',
      code: value,
      from,
      to: from + value.length,
    });
  });
  return blocks;
}

/** The rows of all tables of a page, as the text of their cells; headings are rows too. */
export function rowsOf({ text }: Page): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '').replaceAll('\\|', '|')),
    );
}

/** A file of the project as text. */
export function readFile(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}
