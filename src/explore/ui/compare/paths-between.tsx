import { Fragment } from 'preact';

import { type Path, type Paths, skippedTexts } from '../../model/comparison.js';
import { graphRecord } from '../../model/record.js';
import { nameOf } from '../../model/record-name.js';
import { usePage } from '../../state/page.js';
import { FailureNote } from '../record/failure-note.js';
import { counted } from '../shell/counted.js';
import { DatabaseIcon } from '../shell/icon.js';
import { Running } from './running.js';

/** How two ticked records are connected. What was found stays until the next search. */
export function PathsBetween() {
  const { comparison } = usePage();
  const [from, to, ...others] = comparison.ticked.value;
  const search = comparison.paths.value;
  const isPair = from !== undefined && to !== undefined && others.length === 0;
  if (!isPair && !search) {
    return null;
  }
  const { request, state, value, failure } = search ?? {};
  return (
    <section aria-labelledby="paths-heading">
      <h3 id="paths-heading">How are they connected?</h3>
      {isPair && (
        <p class="actions">
          <button
            type="button"
            class="primary"
            disabled={state === 'running'}
            onClick={() => {
              void comparison.findPaths([from, to]);
            }}
          >
            Find paths
          </button>
        </p>
      )}
      {request && (
        <p class="quiet">
          {nameOf(request[0])} and {nameOf(request[1])}
        </p>
      )}
      {value && <Found paths={value} />}
      {state === 'running' && <Running text={progressOf(value)} what="searching" />}
      {state === 'stopped' && (
        <p role="status">
          {value && value.paths.length > 0
            ? `Stopped after ${counted(value.paths.length, 'path')}: there may be others.`
            : 'Stopped: whether they are connected is not known.'}
        </p>
      )}
      {failure && request && (
        <FailureNote
          what={value && value.paths.length > 0 ? "Couldn't load all of this" : "Couldn't search for paths"}
          failure={failure}
          retry={() => {
            void comparison.findPaths(request);
          }}
        />
      )}
    </section>
  );
}

/** How far a search is, in words. */
function progressOf(paths: Paths | undefined): string {
  const found = paths && paths.paths.length > 0 ? `${counted(paths.paths.length, 'path')} so far. ` : '';
  return `${found}Searching from both ends`;
}

function Found({ paths: { summary, complete, frontier = [], hubLinks, paths } }: { readonly paths: Paths }) {
  return (
    <>
      {summary !== undefined && (
        <p role="status">
          {summary}
          {
            complete
              ? ' All ways were followed to their end.'
              : paths.length > 0
                ? ' Not all ways were followed.'
                : '' /* Without a path, the summary says so. */
          }
        </p>
      )}
      <ol class="paths">
        {paths.map((path) => (
          <PathRow key={path.records.map(({ id }) => id).join()} path={path} />
        ))}
      </ol>
      {frontier.length > 0 && (
        <ul class="skipped" aria-label="What was not followed">
          {skippedTexts(frontier, hubLinks).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** A path from record to record. */
function PathRow({ path: { records, edges, hubs } }: { readonly path: Path }) {
  const page = usePage();
  return (
    <li>
      {records.map((record, index) => {
        const edge = edges[index - 1];
        return (
          <Fragment key={record.id}>
            {edge && (
              <span class="quiet">
                {' '}
                {edge.to.id === record.id ? '→' : '←'} <code>{edge.linkName}</code>{' '}
              </span>
            )}
            <button
              type="button"
              class="plain"
              onClick={() => {
                page.select(record.id);
              }}
            >
              <DatabaseIcon db={record.db} /> {nameOf(graphRecord(record))}
            </button>
          </Fragment>
        );
      })}
      {hubs.length > 0 && <span class="quiet"> over {counted(hubs.length, 'hub')}</span>}
    </li>
  );
}
