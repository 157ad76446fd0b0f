import { meros } from 'meros/browser';

type Path = readonly (string | number)[];

/** What of a GraphQL answer grows. */
export interface GrowingBody {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
  readonly extensions?: unknown;
  /** Whether more is to come; absent in an answer that was sent whole. */
  readonly hasNext?: boolean;
}

/** A part of a streamed answer, in the format of 2022. */
interface Payload extends GrowingBody {
  readonly incremental?: readonly {
    readonly path: Path;
    /** Null where the part failed. */
    readonly data?: object | null;
    readonly errors?: readonly unknown[];
  }[];
}

interface Part {
  /** Whether it is JSON. */
  readonly json: boolean;
  readonly body: Payload;
}

/** What to ask for where parts of an answer may come later. */
export const STREAMED = 'multipart/mixed;deferSpec=20220824';

/**
 * The answer so far, each time a part of it has come; once for an answer that was sent whole.
 *
 * @throws SyntaxError when the body is no JSON; TypeError when the connection breaks.
 */
export async function* growingBody(response: Response): AsyncGenerator<GrowingBody> {
  // The types of the package refer to themselves.
  const parts = (await meros(response)) as Response | AsyncIterable<Part>;
  if (parts instanceof Response) {
    yield (await parts.json()) as GrowingBody;
    return;
  }
  let body: GrowingBody | undefined;
  for await (const part of parts) {
    if (!part.json) {
      throw new SyntaxError('A part of the answer is no JSON.');
    }
    body = body ? grown(body, part.body) : part.body;
    yield body;
  }
}

function grown(body: GrowingBody, { incremental = [], hasNext, extensions }: Payload): GrowingBody {
  const errors = [...(body.errors ?? []), ...incremental.flatMap((part) => part.errors ?? [])];
  return {
    ...body,
    data: incremental.reduce((data, { path, data: more }) => (more ? placed(data, path, more) : data), body.data),
    ...(errors.length > 0 && { errors }),
    ...(extensions !== undefined && { extensions }),
    ...(hasNext !== undefined && { hasNext }),
  };
}

/** A value with more members in the object at a path. */
function placed(value: unknown, [part, ...rest]: Path, members: object): unknown {
  if (part === undefined) {
    return { ...(value as object), ...members };
  }
  return Array.isArray(value)
    ? value.map((each: unknown, index) => (index === part ? placed(each, rest, members) : each))
    : { ...(value as object), [part]: placed((value as Readonly<Record<string, unknown>>)[part], rest, members) };
}
