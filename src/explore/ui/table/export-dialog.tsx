import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';

import { LIST_FORMATS, type ListFormat } from '../../exports/list.js';
import { usePage } from '../../state/page.js';
import type { ExportCost } from '../../state/list-export.js';
import { counted } from '../shell/counted.js';
import { requestsText } from '../shell/requests-text.js';
import { FailureNote } from '../record/failure-note.js';

/** The button that exports the list in the table, and its dialog: cost first, then the formats, then the progress. */
export function ExportDialog() {
  const { explorer, listExport, table, ui } = usePage();
  const dialog = useRef<HTMLDialogElement>(null);
  const cost = useSignal<ExportCost | undefined>(undefined);
  const { rows, total: all = 0 } = table.list.value;
  // A search may find millions, of which NCBI gives the first thousands only.
  const total = explorer.exploration.value.table?.kind === 'search' ? rows.length : all;
  const ticked = rows.filter(({ id }) => ui.ticked.value.has(id)).map(({ id }) => id);
  const progress = listExport.progress.value;
  const failure = listExport.failure.value;
  const open = (): void => {
    cost.value = undefined;
    dialog.current?.showModal();
    void listExport.estimate().then((estimate) => {
      cost.value = estimate;
    });
  };
  const save = async (format: ListFormat): Promise<void> => {
    await listExport.save(format, ticked.length > 0 ? new Set(ticked) : undefined);
    if (!listExport.failure.value) {
      dialog.current?.close();
    }
  };
  const formats = LIST_FORMATS.filter(({ databases }) => databases?.includes(table.db.value) ?? true);
  return (
    <>
      <button type="button" disabled={total === 0} onClick={open}>
        Export<span class="visually-hidden"> table</span>
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby="export-heading">
        <h2 id="export-heading">
          Export {ticked.length > 0 ? counted(ticked.length, 'selected record') : counted(total, 'record')}
        </h2>
        <p class="quiet" role="status">
          {progress
            ? 'Loading the records …'
            : costText(cost.value, ticked.length > 0 || rows.length === total, explorer.client.isSandbox.value)}
        </p>
        {progress ? (
          <Progress />
        ) : (
          <p class="actions">
            {formats.map((format) => (
              <button
                key={format.name}
                type="button"
                onClick={() => {
                  void save(format);
                }}
              >
                {format.name}
              </button>
            ))}
          </p>
        )}
        {failure && <FailureNote what="Couldn't export these records. Nothing was saved" failure={failure} />}
        <p class="actions">
          <button
            type="button"
            class="plain"
            onClick={() => {
              dialog.current?.close();
            }}
          >
            Close
          </button>
        </p>
      </dialog>
    </>
  );
}

function costText(cost: ExportCost | undefined, isLoaded: boolean, isSandbox: boolean): string {
  if (!cost) {
    return isLoaded ? '' : 'The rest of the list is loaded first.';
  }
  if (cost.requests === 0) {
    return 'No further requests.';
  }
  return `At most ${requestsText(Math.ceil(cost.requests), isSandbox)}, about ${Math.ceil(cost.seconds)} s. UIDs alone need one.`;
}

function Progress() {
  const { explorer, listExport } = usePage();
  const { format, done, total } = listExport.progress.value ?? { format: '', done: 0, total: 0 };
  return (
    <p class="progress">
      <label>
        <span>
          {format}: {done.toLocaleString('en')} of {total.toLocaleString('en')}
        </span>
        <progress max={Math.max(total, 1)} value={done} />
      </label>
      <button
        type="button"
        onClick={() => {
          explorer.stop();
        }}
      >
        Stop
      </button>
    </p>
  );
}
