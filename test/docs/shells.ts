import { type CommandLine, commandLines } from './command-line.js';
import { type Block, blocksOf, type Page } from './pages.js';

/** Languages of blocks that show what the command above them writes. */
const OUTPUTS = ['text', 'csv'];

/** A block of shell. */
export interface Shell {
  readonly block: Block;
  readonly lines: readonly CommandLine[];
  /** What the page shows of its output, where it shows any. */
  readonly output: Block | undefined;
}

/** The blocks of shell of a page. Its output stands below one, before the next heading and the next block. */
export function shellsOf(page: Page): readonly Shell[] {
  const blocks = blocksOf(page);
  return blocks.flatMap((block, index) => {
    if (block.language !== 'sh') {
      return [];
    }
    const next = blocks[index + 1];
    const isOutput =
      next !== undefined && OUTPUTS.includes(next.language) && !/^#/m.test(page.text.slice(block.to, next.from));
    return [{ block, lines: commandLines(block.code), output: isOutput ? next : undefined }];
  });
}

/** Commands of entrez-graph that stay, or ask NCBI: their flags are looked at. The others are run. */
export function stays({ words: [, command = ''] }: CommandLine): boolean {
  return ['serve', 'demo', 'sandbox', 'catalog'].includes(command);
}
