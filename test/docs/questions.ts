import { type Block, blocksOf, type Page } from './pages.js';

/** A stretch of a page. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A query that a page shows. */
export interface Question {
  readonly block: Block;
  /** The line that says what it costs, where there is one: `**3 calls**: ...`. */
  readonly cost: Stretch | undefined;
  /** The answer that the page shows, where it shows one. */
  readonly answer: Block | undefined;
}

/** What stands in place of a stretch. */
export type Edit = Stretch & { readonly text: string };

const COST = /^\*\*\d+ calls?\*\*: .*$/m;

/** The queries of a page. Cost and answer of one stand below it, before the next heading and the next query. */
export function questionsOf(page: Page): readonly Question[] {
  const blocks = blocksOf(page);
  return blocks.flatMap((block, index) => {
    if (block.language !== 'graphql') {
      return [];
    }
    const next = blocks[index + 1];
    const between = page.text.slice(block.to, next?.from);
    const own = between.split(/^#/m, 1)[0] ?? '';
    const cost = COST.exec(own);
    return [
      {
        block,
        cost: cost ? { from: block.to + cost.index, to: block.to + cost.index + cost[0].length } : undefined,
        answer: own === between && next?.language === 'json' ? next : undefined,
      },
    ];
  });
}

/** A text with stretches of it replaced, none of which overlap. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = text;
  // From the end, so that places before stay where they are.
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) {
    result = result.slice(0, edit.from) + edit.text + result.slice(edit.to);
  }
  return result;
}
