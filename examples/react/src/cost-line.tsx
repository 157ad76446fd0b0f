import { useResponses } from './responses.js';

/** What the last response cost at NCBI, and all so far. */
export function CostLine() {
  const { last, calls } = useResponses();
  if (!last) {
    return <p className="cost">No response yet.</p>;
  }
  const { total } = last.calls;
  return (
    <p className="cost" role="status">
      {last.source === 'sandbox' && <strong>Sample data, not NCBI. </strong>}
      Last response: {total} {total === 1 ? 'call' : 'calls'}, {last.cacheHits} from the cache. So far: {calls}.
    </p>
  );
}
