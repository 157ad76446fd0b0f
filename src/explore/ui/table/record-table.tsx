import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';

import type { GraphRecord } from '../../model/record.js';
import { labelOf } from '../../model/record-name.js';
import { usePage } from '../../state/page.js';
import type { Row } from '../../state/table-state.js';
import { type Column, columnsOf } from '../../table/columns.js';

/** The height of a row, as the style sheet sets it. */
const ROW_HEIGHT = 32;
/** Rows that are kept ready above and below those in sight. */
const SPARE = 12;
/** The next page is loaded this many rows before the end. */
const AHEAD = 40;

/** The rows of the table. Only those in sight are part of the document, however many there are. */
export function RecordTable({ label }: { readonly label: string }) {
  const { explorer, table, ui } = usePage();
  const scroller = useRef<HTMLDivElement>(null);
  const first = useSignal(0);
  const shown = useSignal(30);
  const { rows, total = 0, next } = table.list.value;
  const list = explorer.exploration.value.table;
  const isScored = list?.kind === 'links' ? explorer.catalog.link(list.link)?.scored === true : rows.some(hasScore);
  const columns = columnsOf(table.db.value, isScored);
  const measure = (): void => {
    const element = scroller.current;
    if (element) {
      first.value = Math.max(Math.floor(element.scrollTop / ROW_HEIGHT) - SPARE, 0);
      shown.value = Math.ceil(element.clientHeight / ROW_HEIGHT) + 2 * SPARE;
    }
  };
  const start = Math.min(first.value, Math.max(rows.length - 1, 0));
  const visible = rows.slice(start, start + shown.value);
  const isNearEnd = next !== undefined && start + shown.value + AHEAD > rows.length;
  const isFailed = table.list.value.failure !== undefined;
  useEffect(() => {
    if (isNearEnd && !isFailed && !table.isLoading.value) {
      void table.load();
    }
  }, [isNearEnd, isFailed, rows.length, table.isLoading.value]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) {
      return;
    }
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, []);
  const ticked = ui.ticked.value;
  const areAllTicked = rows.length > 0 && rows.every(({ id }) => ticked.has(id));
  return (
    <div ref={scroller} class="table-scroller" role="region" tabIndex={0} aria-label={label} onScroll={measure}>
      <table aria-rowcount={total + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th class="tick">
              <input
                type="checkbox"
                aria-label="Select all loaded records"
                checked={areAllTicked}
                onChange={({ currentTarget }) => {
                  ui.tick(
                    rows.map(({ id }) => id),
                    currentTarget.checked,
                  );
                }}
              />
            </th>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={start} span={columns.length + 1} />
          {visible.map((row, index) => (
            <RowView key={row.id} row={row} index={start + index} columns={columns} />
          ))}
          <Spacer rows={Math.max(rows.length - start - visible.length, 0)} span={columns.length + 1} />
        </tbody>
      </table>
      {rows.length < total && (
        <p class="hint load-more" role="status">
          {table.isLoading.value ? `Loading … (${rows.length.toLocaleString('en')} so far)` : ''}
        </p>
      )}
    </div>
  );
}

function hasScore({ score }: Row): boolean {
  return score !== null;
}

function Spacer({ rows, span }: { readonly rows: number; readonly span: number }) {
  return rows > 0 ? (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height: rows * ROW_HEIGHT, padding: 0 }} />
    </tr>
  ) : null;
}

/** A heading; one that the gateway can order by is a button. */
function HeadCell({ column }: { readonly column: Column }) {
  const { explorer } = usePage();
  const { table } = explorer.exploration.value;
  const orders = table?.kind === 'links' ? explorer.catalog.ordersOf(table.link) : [];
  const active =
    table?.kind === 'links' ? (table.order ?? (orders.includes('SCORE') ? 'SCORE' : undefined)) : undefined;
  const order = column.order !== undefined && orders.includes(column.order) ? column.order : undefined;
  return (
    <th
      scope="col"
      class={[column.isNumber ? 'number' : '', column.isWide ? 'wide' : ''].join(' ')}
      {...(order && { 'aria-sort': active === order ? 'descending' : 'none' })}
    >
      {order && table?.kind === 'links' ? (
        <button
          type="button"
          class="plain"
          onClick={() => {
            explorer.go('Order', { ...explorer.exploration.value, table: { ...table, order } });
          }}
        >
          {column.heading}
          <span aria-hidden="true">{active === order ? ' ↓' : ' ↕'}</span>
        </button>
      ) : (
        column.heading
      )}
    </th>
  );
}

interface RowProps {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column[];
}

function RowView({ row: { id, score }, index, columns }: RowProps) {
  const page = usePage();
  const { explorer, ui } = page;
  const record = explorer.knowledge.value.records.get(id);
  if (!record) {
    return null;
  }
  const isSelected = explorer.exploration.value.selected === id;
  return (
    <tr
      aria-rowindex={index + 2}
      class={isSelected ? 'selected' : ''}
      onClick={() => {
        page.select(id);
      }}
    >
      <td class="tick">
        <input
          type="checkbox"
          aria-label={`Select ${labelOf(record)}`}
          checked={ui.ticked.value.has(id)}
          onClick={(event) => {
            event.stopPropagation();
          }}
          onChange={({ currentTarget }) => {
            ui.tick([id], currentTarget.checked);
          }}
        />
      </td>
      {columns.map((column, position) => (
        <Cell key={column.key} column={column} record={record} score={score} isFirst={position === 0} />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly column: Column;
  readonly record: GraphRecord;
  readonly score: number | null;
  readonly isFirst: boolean;
}

/** The first cell names the record and is its button: a row alone cannot be reached by the keyboard. */
function Cell({ column, record, score, isFirst }: CellProps) {
  const page = usePage();
  const text = column.text(record, score);
  return (
    <td class={[column.isNumber ? 'number' : '', column.isWide ? 'wide' : ''].join(' ')} title={text}>
      {isFirst ? (
        <button
          type="button"
          class="plain"
          onClick={(event) => {
            event.stopPropagation();
            page.select(record.id);
          }}
        >
          {text}
        </button>
      ) : (
        text
      )}
    </td>
  );
}
