import type { CostReport } from '../../loading/operation/cost-report.js';
import { type AnswerCursors } from './cursor.js';
import { oneLine } from './table.js';
import { atMostTokens } from './tokens.js';

/** Tokens of an answer whose size the caller has not chosen. */
const MAX_TOKENS = 1950;
/** Characters of any answer. */
const MAX_CHARACTERS = 39_500;
/** A longer line is continued on the next. */
const MAX_LINE = 1200;
const LONG_LINE = new RegExp(`.{1,${MAX_LINE}}`, 'gsu');
/** Warnings and degraded parts that an answer lists. */
const MAX_REMARKS = 5;

/** Warnings about what the status of a line says. */
const SAID_OTHERWISE: ReadonlySet<string> = new Set(['UNKNOWN_ID', 'POSSIBLY_UNKNOWN_ID', 'SEARCH_MESSAGE']);

/** Lines of one kind. */
export interface Block {
  /** Stands above the lines on every page. */
  readonly header?: string;
  /** Lines that are loaded at once, unless the caller says how many. */
  readonly pageSize?: number;
  readonly total: number;
  /** The lines from `from` to before `to`. Each is one line of text. */
  readonly lines: (from: number, to: number) => readonly string[] | Promise<readonly string[]>;
}

/** What a tool answers. */
export interface Answer {
  /** Sentences above the lines. */
  readonly head?: readonly string[];
  readonly blocks: readonly Block[];
  /** Sentences below the lines; called after they are loaded. */
  readonly notes?: () => readonly string[];
  /** Link names that the answer is made of. */
  readonly linkNames?: readonly string[];
  /** Where the data come from, if not from NCBI. */
  readonly source?: string;
}

export interface Page {
  /** Lines of the last block that the caller wants. Without it, as many as fit into a small answer. */
  readonly first?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Writes an answer, cut to its size, with what it cost and where it comes from. */
export async function writeAnswer(
  answer: Answer,
  { first, cursor }: Page,
  cursors: AnswerCursors,
  costOf: () => CostReport,
  today: string,
): Promise<string> {
  const total = answer.blocks.reduce((sum, block) => sum + block.total, 0);
  const from = Math.min(cursors.decode(cursor), total);
  const head = from === 0 ? (answer.head ?? []) : [];
  const { lines, owners } = await linesOf(answer.blocks, from, first);
  const foot = [...(answer.notes?.() ?? []), ...footOf(answer, costOf(), today)];
  const room = {
    tokens: (first === undefined ? MAX_TOKENS : Infinity) - atMostTokens([...head, ...foot].join('\n')) - 60,
    characters: MAX_CHARACTERS - [...head, ...foot].join('\n').length - 300,
  };
  const { shown, to } = cut(answer.blocks, lines, owners, from, room);
  const isCut = from > 0 || to < total;
  const more = to < total ? ` Continue with the same arguments and cursor "${cursors.encode(to)}".` : '';
  const range = isCut ? [`${to < total ? 'Cut: l' : 'L'}ines ${from + 1} to ${to} of ${total}.${more}`] : [];
  return [...head, ...shown, ...range, ...foot].join('\n');
}

/** Loads the lines that may be shown, each with the index of its block. */
async function linesOf(blocks: readonly Block[], from: number, first: number | undefined) {
  const lines: string[] = [];
  const owners: number[] = [];
  let start = 0;
  for (const [index, block] of blocks.entries()) {
    const begin = Math.max(0, from - start);
    const size = (index === blocks.length - 1 ? first : undefined) ?? block.pageSize ?? Infinity;
    const end = Math.min(block.total, begin + size);
    if (begin < end) {
      const found = await block.lines(begin, end);
      lines.push(...found);
      owners.push(...found.map(() => index));
    }
    start += block.total;
  }
  return { lines, owners };
}

/** As many lines as there is room for, with the headers of their blocks. */
function cut(
  blocks: readonly Block[],
  lines: readonly string[],
  owners: readonly number[],
  from: number,
  room: { readonly tokens: number; readonly characters: number },
): { readonly shown: readonly string[]; readonly to: number } {
  const shown: string[] = [];
  let { tokens, characters } = room;
  let to = from;
  for (const [index, line] of lines.entries()) {
    const owner = owners[index] ?? 0;
    const header = owner === owners[index - 1] ? undefined : blocks[owner]?.header;
    const added = [...(header === undefined ? [] : [header]), line];
    const text = added.join('\n');
    tokens -= atMostTokens(text) + 1;
    characters -= text.length + 1;
    // The first line is always shown, so that an answer gets on.
    if ((tokens < 0 || characters < 0) && shown.length > 0) {
      break;
    }
    shown.push(...added);
    to += 1;
  }
  return { shown, to };
}

/** What an answer says of itself. */
function footOf({ linkNames = [], source }: Answer, cost: CostReport, today: string): string[] {
  const origin =
    cost.source === 'sandbox'
      ? 'sample data of the built-in sandbox, not NCBI'
      : cost.source === 'ncbi'
        ? 'NCBI Entrez'
        : (source ?? 'NCBI Entrez');
  const names = linkNames.length === 0 ? '' : ` Link names: ${linkNames.join(', ')}.`;
  const made = cost.calls.total + (cost.unfinished ?? 0);
  const calls = made === 0 ? '' : ` Calls: ${made}.`;
  const used = new Set((cost.tables ?? []).map(({ name, asOf }) => `${name} of ${asOf.slice(0, 10)}`));
  const tables = used.size === 0 ? '' : ` Links from tables: ${[...used].join(', ')}.`;
  const remarks = [...cost.degraded, ...cost.warnings.filter(({ code }) => !SAID_OTHERWISE.has(code))].map(
    ({ code, message }) => `${code}: ${oneLine(message).slice(0, 200)}`,
  );
  const hidden = remarks.length - MAX_REMARKS;
  return [
    ...remarks.slice(0, MAX_REMARKS),
    ...(hidden > 0 ? [`And ${hidden} more remarks of this kind.`] : []),
    `Source: ${origin}, ${today}.${names}${calls}${tables}`,
  ];
}

/** A block of lines that are known. Long lines are continued on the next. */
export function block(lines: readonly string[], header?: string): Block {
  const short = lines.flatMap(wrapped);
  return { total: short.length, lines: (from, to) => short.slice(from, to), ...(header !== undefined && { header }) };
}

function wrapped(line: string): readonly string[] {
  return line.length <= MAX_LINE ? [line] : (line.match(LONG_LINE) ?? []);
}
