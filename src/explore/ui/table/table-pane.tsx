import type { Order } from '../../model/catalog.js';
import type { TableList } from '../../model/exploration.js';
import { describeFilter } from '../../model/filter.js';
import { labelOf } from '../../model/record-name.js';
import { SCOPES } from '../../search/query-input.js';
import { type Page, usePage } from '../../state/page.js';
import { FailureNote } from '../record/failure-note.js';
import { CopyRows } from './copy-rows.js';
import { ExportDialog } from './export-dialog.js';
import { RecordTable } from './record-table.js';

const ORDERS: Readonly<Record<Order, string>> = { SCORE: 'Best score', DATE: 'Newest', UID: 'Highest UID' };

/** A list as a table: all its records, ordered and filtered by the gateway. */
export function TablePane({ table }: { readonly table: TableList }) {
  const page = usePage();
  const { explorer, table: state } = page;
  const { total, failure, unread } = state.list.value;
  const heading = headingOf(table, page);
  return (
    <section class="table-pane" aria-labelledby="table-heading">
      <div class="table-bar">
        <h2 id="table-heading">{heading}</h2>
        <p class="quiet" role="status">
          {total === undefined ? (failure ? '' : 'Loading …') : stateOf(table, page)}
        </p>
        <div class="table-tools">
          {table.kind === 'links' && <OrderChoice table={table} />}
          <CopyRows />
          <ExportDialog />
          <button
            type="button"
            class="plain"
            onClick={() => {
              explorer.go('Close table', { ...explorer.exploration.value, table: undefined });
            }}
          >
            Close<span class="visually-hidden"> table</span>
          </button>
        </div>
      </div>
      {failure && (
        <FailureNote
          what="Couldn't load these records"
          failure={failure}
          retry={() => {
            void state.retry();
          }}
        />
      )}
      {unread && (
        <FailureNote
          what="Couldn't read some of these records"
          failure={unread}
          retry={() => {
            void state.readAgain();
          }}
        />
      )}
      <RecordTable label={heading} />
    </section>
  );
}

function headingOf(table: TableList, { explorer }: Page): string {
  const { catalog, knowledge } = explorer;
  if (table.kind === 'drawn') {
    return `Drawn records: ${catalog.labelOf(table.db)}`;
  }
  if (table.kind === 'search') {
    return `${SCOPES[table.db]}: ${table.text}`;
  }
  const source = knowledge.value.records.get(table.source);
  return `${source ? labelOf(source) : 'Record'} → ${catalog.labelOfLink(table.link)}`;
}

/** How many records there are and are loaded, and which parts of the filter hold. */
function stateOf(table: TableList, { explorer, table: state }: Page): string {
  const { total = 0, rows } = state.list.value;
  const count = (value: number): string => value.toLocaleString('en');
  const { applied, ignored } =
    table.kind === 'links'
      ? describeFilter(explorer.exploration.value.filter, explorer.catalog.criteriaOf(table.link))
      : { applied: [], ignored: [] };
  return [
    rows.length < total ? `${count(rows.length)} of ${count(total)} loaded` : `${count(total)} records`,
    ...(applied.length > 0 ? [`filtered by ${applied.join(' and ')}`] : []),
    ...(ignored.length > 0 ? [`${ignored.join(' and ')} not applicable`] : []),
  ].join(', ');
}

function OrderChoice({ table }: { readonly table: Extract<TableList, { readonly kind: 'links' }> }) {
  const { explorer } = usePage();
  const orders = explorer.catalog.ordersOf(table.link);
  const isScored = orders.includes('SCORE');
  return (
    <label>
      <span>Order </span>
      <select
        value={table.order ?? ''}
        onChange={({ currentTarget }) => {
          const order = orders.find((each) => each === currentTarget.value);
          explorer.go('Order', { ...explorer.exploration.value, table: { ...table, order } });
        }}
      >
        <option value="">{isScored ? ORDERS.SCORE : "NCBI's order"}</option>
        {orders
          .filter((order) => order !== 'SCORE')
          .map((order) => (
            <option key={order} value={order}>
              {ORDERS[order]}
            </option>
          ))}
      </select>
    </label>
  );
}
