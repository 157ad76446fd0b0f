import type { CostReport } from '../../loading/operation/cost-recorder.js';

/** What a command cost, in a sentence. */
export function describeCost({ calls, cacheHits, waitedMs, source, degraded }: CostReport, seconds: number): string {
  const { total, ...byUtility } = calls;
  const used = Object.entries(byUtility).flatMap(([utility, count]) => (count > 0 ? [`${count} ${utility}`] : []));
  const detail = used.length > 0 ? ` (${used.join(', ')})` : '';
  const to = source === 'sandbox' ? 'the sandbox' : 'NCBI';
  const parts = [
    `${total} ${total === 1 ? 'call' : 'calls'} to ${to}${detail}, ${cacheHits} answers known before.`,
    `${seconds.toFixed(1)} s; the calls waited ${(waitedMs / 1000).toFixed(1)} s for permits.`,
    ...degraded.map(({ code, message }) => `Less than it should be: ${message} (${code})`),
  ];
  return parts.join(' ');
}
