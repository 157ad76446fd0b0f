import { tsv } from '../../exports/delimited.js';
import { usePage } from '../../state/page.js';
import { columnsOf } from '../../table/columns.js';
import { copyText } from '../shell/clipboard.js';

/** Copies the ticked rows, or all that are loaded, for a spreadsheet. */
export function CopyRows() {
  const { explorer, table, ui } = usePage();
  const { rows } = table.list.value;
  const ticked = rows.filter(({ id }) => ui.ticked.value.has(id));
  const chosen = ticked.length > 0 ? ticked : rows;
  const copy = async (): Promise<void> => {
    const columns = columnsOf(table.db.value, true);
    const { records } = explorer.knowledge.value;
    const cells = chosen.flatMap(({ id, score }) => {
      const record = records.get(id);
      return record ? [columns.map((column) => column.text(record, score))] : [];
    });
    const isCopied = await copyText(tsv([columns.map(({ heading }) => heading), ...cells]));
    ui.note.value = isCopied
      ? `${chosen.length.toLocaleString('en')} rows copied.`
      : 'This browser does not let the page copy. Export the rows instead.';
  };
  return (
    <button
      type="button"
      disabled={rows.length === 0}
      onClick={() => {
        void copy();
      }}
    >
      Copy {ticked.length > 0 ? `${ticked.length.toLocaleString('en')} rows` : 'rows'}
    </button>
  );
}
