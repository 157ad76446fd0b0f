import type { Explorer } from '../explorer.js';
import type { PermitsWatch } from '../permits-watch.js';
import { counted } from './counted.js';

interface Props {
  readonly explorer: Explorer;
  readonly watch: PermitsWatch;
}

/** What the last action cost, and how long NCBI makes the next one wait. */
export function StatusBar({ explorer, watch }: Props) {
  const { action, graph } = explorer;
  return (
    <footer class="status">
      <span>
        {counted(graph.records.size, 'record')}, {counted(graph.links.length, 'link')}
      </span>
      {explorer.isBusy ? <Progress explorer={explorer} watch={watch} /> : <span role="status">{costOf(explorer)}</span>}
      {action?.failures.map(({ code, message }) => (
        <span key={message} class="failed" role="alert">
          {message} <code>{code}</code>
        </span>
      ))}
      <span class="permits">{permitsOf(watch)}</span>
    </footer>
  );
}

function Progress({ explorer, watch: { permits, peak } }: Props) {
  const left = (permits?.queued ?? 0) + (permits?.inFlight ?? 0);
  const text = permits && permits.queued > 0 ? `${permits.queued} requests wait for permits of NCBI` : 'Asking NCBI';
  return (
    <span class="progress">
      <label>
        <span role="status">
          {explorer.action?.label}: {text} …
        </span>
        {/* Without a value it moves to and fro: nothing can be told yet. */}
        <progress max={Math.max(peak, 1)} {...(peak > 1 && { value: peak - left })} />
      </label>
      <button
        type="button"
        class="plain"
        onClick={() => {
          explorer.stop();
        }}
      >
        Stop
      </button>
    </span>
  );
}

function costOf({ action }: Explorer): string {
  if (!action?.cost) {
    return action?.label ?? '';
  }
  const { calls, cacheHits, waitedMs } = action.cost;
  const parts = [
    `${counted(calls.total, 'request')} to NCBI`,
    ...(cacheHits > 0 ? [`${counted(cacheHits, 'answer')} known already`] : []),
    ...(waitedMs >= 1 ? [`waited ${seconds(waitedMs)} for permits`] : []),
  ];
  return `${action.label}: ${parts.join(', ')}`;
}

function permitsOf({ permits }: PermitsWatch): string {
  if (!permits) {
    return '';
  }
  const wait = permits.expectedWaitMs === 0 ? 'now' : `in ${seconds(permits.expectedWaitMs)}`;
  return `Next request ${wait} (${permits.limit.toLocaleString('en')} a second)`;
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.ceil(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
