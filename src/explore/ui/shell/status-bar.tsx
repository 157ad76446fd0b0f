import type { Failure } from '../../gateway/failure-text.js';
import { describeTables } from '../../gateway/used-tables.js';
import { factsKey } from '../../model/knowledge.js';
import { type Page, usePage } from '../../state/page.js';
import { RetryTime } from '../record/retry-time.js';
import { counted } from './counted.js';
import { requestsText } from './requests-text.js';

/** What is drawn, what the last action cost, and the progress of what runs. */
export function StatusBar() {
  const page = usePage();
  const { explorer } = page;
  const { records, links } = explorer.graph.value;
  return (
    <footer class="status">
      <span>
        {counted(records.size, 'record')}, {counted(links.length, 'link')}
      </span>
      {explorer.isBusy.value ? <Progress /> : <span role="status">{costOf(page)}</span>}
      {unseenFailures(page).map(({ code, message, retryAt }) => (
        <span key={message} class="failed" role="alert">
          {message} <RetryTime at={retryAt} /> <code>{code}</code>
        </span>
      ))}
      <span class="limit">{limitOf(page)}</span>
    </footer>
  );
}

/** The failures of the last action that no row or panel shows, so that each is announced once. */
function unseenFailures({ explorer }: Page): readonly Failure[] {
  const { failures, counts } = explorer.knowledge.value;
  // One note beside a link tells of the facts of all its records, which may have failed with other times to wait.
  const ofFacts = factsKey(`["${explorer.exploration.value.selected ?? ''}"`);
  const codes = new Set([...failures].flatMap(([key, { code }]) => (key.startsWith(ofFacts) ? [code] : [])));
  const ofCounts = [...counts.values()].flatMap((list) => list.flatMap(({ failure }) => failure ?? []));
  const others = [...failures].flatMap(([key, failure]) => (key.startsWith(factsKey('')) ? [] : [failure]));
  const seen = new Set([...others, ...ofCounts].map(({ message }) => message));
  return (explorer.action.value?.failures ?? []).filter(({ message, code }) => !seen.has(message) && !codes.has(code));
}

function Progress() {
  const { explorer, watch } = usePage();
  const state = watch.state.value;
  const peak = watch.peak.value;
  const left = (state?.queued ?? 0) + (state?.inFlight ?? 0);
  const text =
    state && state.queued > 0
      ? `${counted(state.queued, 'request')} waiting for NCBI's limit of ${state.limit.toLocaleString('en')} a second`
      : 'loading';
  return (
    <span class="progress">
      <label>
        <span role="status">
          {explorer.action.value?.label ?? 'Load'}: {text} …
        </span>
        {/* Without a value it moves to and fro: nothing is known yet. */}
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

function costOf({ explorer }: Page): string {
  const action = explorer.action.value;
  if (!action?.cost) {
    return action?.label ?? '';
  }
  const { calls, unfinished = 0, cacheHits, elapsedMs, tables } = action.cost;
  const parts = [
    requestsText(calls.total + unfinished, explorer.client.isSandbox.value),
    ...(unfinished > 0 ? [`${unfinished.toLocaleString('en')} without a result`] : []),
    ...(cacheHits > 0 ? [`${cacheHits.toLocaleString('en')} from cache`] : []),
    ...describeTables(tables),
    seconds(elapsedMs),
  ];
  return `${action.label}: ${parts.join(', ')}`;
}

/** The limit that the visitor's requests share, which does not become outdated as a waiting time would. */
function limitOf({ watch }: Page): string {
  const { limit, blockedUntil } = watch.state.value ?? {};
  if (blockedUntil != null) {
    const time = new Date(blockedUntil).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit' });
    return `NCBI blocks this server; nothing is sent until ${time}`;
  }
  return limit === undefined ? '' : `NCBI limit: ${counted(limit, 'request')} a second`;
}

function seconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.ceil(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
