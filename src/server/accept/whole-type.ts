import { byHeader, type MediaRange, mediaRanges, weightOf } from './media-ranges.js';

/** In the order of preference where a wildcard alone allows them: all clients know the first. */
const JSON_TYPES = ['application/json', 'application/graphql-response+json'] as const;
/** Types of streams, which can also hold a response in one part. */
const STREAM_TYPES = ['multipart/mixed', 'text/event-stream'] as const;

export type WholeType = (typeof JSON_TYPES | typeof STREAM_TYPES)[number];

/**
 * The media type of a response that is sent as a whole: of the JSON types that a header `Accept` allows the one with the
 * greater weight, at equal ones the first that it names. A client that takes no JSON gets a stream of one part.
 *
 * @returns Undefined where the client accepts none of them.
 */
export const wholeTypeOf = byHeader((header): WholeType | undefined => {
  if (header === null || header.trim() === '') {
    return JSON_TYPES[0];
  }
  const ranges = mediaRanges(header);
  const named = ranges.flatMap(({ type }) => JSON_TYPES.filter((each) => each === type));
  return heaviest([...named, ...JSON_TYPES], ranges) ?? heaviest(STREAM_TYPES, ranges);
});

/** Whether a header `Accept` names HTML, and gives it no less weight than JSON; browsers do. */
export function isPagePreferred(header: string | null): boolean {
  const ranges = mediaRanges(header);
  const page = ranges.find(({ type }) => type === 'text/html')?.weight ?? 0;
  return page > 0 && JSON_TYPES.every((type) => (weightOf(type, ranges) ?? 0) <= page);
}

/** The first of the types with the greatest weight above 0. */
function heaviest<Type extends string>(types: readonly Type[], ranges: readonly MediaRange[]): Type | undefined {
  let chosen: Type | undefined;
  let most = 0;
  for (const type of types) {
    const weight = weightOf(type, ranges) ?? 0;
    if (weight > most) {
      [chosen, most] = [type, weight];
    }
  }
  return chosen;
}
