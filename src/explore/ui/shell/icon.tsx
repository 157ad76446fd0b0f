import { cornersOf, lookOf } from '../../canvas/look.js';

/** The shape of a database, as in the graph. */
export function DatabaseIcon({ db }: { readonly db: string }) {
  const { colour, shape } = lookOf(db);
  const corners = cornersOf(shape, 8, 8, 5);
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      {corners.length === 0 ? (
        <circle cx="8" cy="8" r="5" fill={colour} />
      ) : (
        <polygon points={corners.map((corner) => corner.join(',')).join(' ')} fill={colour} />
      )}
    </svg>
  );
}
