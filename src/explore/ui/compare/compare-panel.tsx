import { nameOf } from '../../model/record-name.js';
import { usePage } from '../../state/page.js';
import { DatabaseIcon } from '../shell/icon.js';
import { PathsBetween } from './paths-between.js';
import { SharedRecords } from './shared-records.js';

/** Ticked records that are listed. */
const LISTED = 50;

/** What the ticked records have in common, and how two of them are connected. */
export function ComparePanel() {
  const { comparison, ui } = usePage();
  const ticked = comparison.ticked.value;
  return (
    <section class="compare" aria-labelledby="compare-heading">
      <h2 id="compare-heading">Compare records</h2>
      {ticked.length < 2 && (
        <p class="hint">
          Tick records in the list or in a table: two or more of a kind to find what they share, two of any kind to find
          how they are connected.
        </p>
      )}
      <ul class="chips" aria-label="Ticked records">
        {ticked.slice(0, LISTED).map((record) => (
          <li key={record.id}>
            <DatabaseIcon db={record.db} /> {nameOf(record)}
            <button
              type="button"
              class="plain"
              aria-label={`Remove ${nameOf(record)} from the comparison`}
              onClick={() => {
                ui.tick([record.id], false);
              }}
            >
              ×
            </button>
          </li>
        ))}
        {ticked.length > 1 && (
          <li class="all">
            <button
              type="button"
              class="plain"
              onClick={() => {
                ui.tick(ui.ticked.value, false);
              }}
            >
              Remove all
            </button>
          </li>
        )}
      </ul>
      {ticked.length > LISTED && <p class="hint">… and {(ticked.length - LISTED).toLocaleString('en')} more</p>}
      <PathsBetween />
      <SharedRecords />
    </section>
  );
}
