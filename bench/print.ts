import type { Cell, Figure, Table } from './bench.js';

/** A table of figures in Markdown. A goal that was missed is marked. */
export function printTable({ columns, rows }: Table): string {
  const texts = [columns, ...rows.map((row) => row.map(textOf))];
  const widths = columns.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0)));
  const [head = '', ...body] = texts.map(
    (row) => `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`,
  );
  return [head, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body].join('\n');
}

/** Figures as a table. */
export function tableOf(figures: readonly Figure[]): Table {
  return {
    columns: ['what', 'measured', 'compared with', 'ratio', 'goal'],
    rows: figures.map(({ what, measured, comparedWith, ratio, goal, met }) => [
      what,
      measured,
      comparedWith,
      Number.isNaN(ratio) ? '' : ratio.toFixed(2),
      met === undefined ? goal : { text: goal, met },
    ]),
  };
}

function textOf(cell: Cell): string {
  if (typeof cell === 'string') {
    return cell;
  }
  return cell.met ? cell.text : `**${cell.text}** missed`;
}
