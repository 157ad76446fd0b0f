import { byHeader, JSON_TYPES, type MediaRange, mediaRanges, weightOf } from './media-ranges.js';

/** How the parts of a streamed response reach a client. */
interface StreamFormat {
  readonly type: 'multipart/mixed' | 'text/event-stream';
  /** `2022` is the format of graphql-js 17.0.0-alpha.2 (`deferSpec=20220824`), `v0.2` that of alpha.9. */
  readonly spec: '2022' | 'v0.2';
  /** The parameter that names the format, where the client did. */
  readonly parameter: string | undefined;
}

type Candidate = StreamFormat & Pick<MediaRange, 'weight'> & { readonly isNamed: boolean };

/**
 * The format of streams that a header `Accept` asks for; undefined where the client prefers the whole response, or names
 * a format that this server does not have. A client without the header gets a stream.
 */
export const streamFormatOf = byHeader((header): StreamFormat | undefined => {
  const ranges = mediaRanges(header ?? '*/*');
  let best: Candidate | undefined;
  for (const candidate of ranges.flatMap(candidatesIn)) {
    const most = best?.weight ?? 0;
    // Of equals the first counts, but parts of a body before events.
    if (candidate.weight > most || (best && candidate.weight === most && candidate.type < best.type)) {
      best = candidate;
    }
  }
  if (!best) {
    return undefined;
  }
  const isJsonNamed = ranges.some(({ type }) => JSON_TYPES.includes(type));
  const whole = Math.max(...JSON_TYPES.map((type) => weightOf(type, ranges) ?? 0));
  // A wildcard stands for JSON beside JSON.
  return best.weight > whole || (best.weight === whole && (best.isNamed || !isJsonNamed)) ? best : undefined;
});

function candidatesIn({ type, weight, parameters }: MediaRange): readonly Candidate[] {
  const types = {
    'multipart/mixed': 'multipart/mixed',
    'multipart/*': 'multipart/mixed',
    '*/*': 'multipart/mixed',
    'text/event-stream': 'text/event-stream',
    'text/*': 'text/event-stream',
  } as const;
  const format = formatNamed(parameters);
  return type in types && format
    ? [{ ...format, type: types[type as keyof typeof types], weight, isNamed: !type.endsWith('*') }]
    : [];
}

/** Undefined where a format is named that this server does not have. */
function formatNamed(parameters: MediaRange['parameters']): Pick<StreamFormat, 'spec' | 'parameter'> | undefined {
  const [incremental, defer] = [parameters.get('incrementalspec'), parameters.get('deferspec')];
  if (incremental !== undefined) {
    return incremental.toLowerCase() === 'v0.2' ? { spec: 'v0.2', parameter: 'incrementalSpec=v0.2' } : undefined;
  }
  if (defer !== undefined) {
    return defer === '20220824' ? { spec: '2022', parameter: 'deferSpec=20220824' } : undefined;
  }
  return { spec: '2022', parameter: undefined };
}
