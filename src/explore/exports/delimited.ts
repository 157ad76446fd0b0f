/** Rows of comma-separated values, as RFC 4180 defines them. */
export function csv(rows: readonly (readonly unknown[])[]): string {
  return rows.map((row) => `${row.map(csvField).join(',')}\r\n`).join('');
}

/** Rows of tab-separated values, as spreadsheets paste them. */
export function tsv(rows: readonly (readonly unknown[])[]): string {
  return rows
    .map((row) => `${row.map((value) => harmless(value).replaceAll(/[\t\r\n]+/g, ' ')).join('\t')}\n`)
    .join('');
}

function csvField(value: unknown): string {
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would take a text that starts like a formula for one and run it. */
function harmless(value: unknown): string {
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  return typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
