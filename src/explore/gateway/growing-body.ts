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

/** More members of the object at a path, or more items of a list from the path of the first on; null where they failed. */
interface Increment {
  readonly path: Path;
  readonly data?: object | null;
  readonly items?: readonly unknown[] | null;
  readonly errors?: readonly unknown[];
}

/** A part of a streamed answer, in the format of 2022. */
interface Payload extends GrowingBody {
  readonly incremental?: readonly Increment[];
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
    data: incremental.reduce(
      (data, { path, data: more, items }) =>
        items ? appended(data, path, items) : more ? placed(data, path, more) : data,
      body.data,
    ),
    ...(errors.length > 0 && { errors }),
    ...(extensions !== undefined && { extensions }),
    ...(hasNext !== undefined && { hasNext }),
  };
}

/** A value with more items in the list whose item the path leads to. */
function appended(value: unknown, [part, ...rest]: Path, items: readonly unknown[]): unknown {
  if (rest.length === 0) {
    return [...(value as readonly unknown[]).slice(0, Number(part)), ...items];
  }
  return changed(value, part, (member) => appended(member, rest, items));
}

/** A value with more members in the object at a path. */
function placed(value: unknown, [part, ...rest]: Path, members: object): unknown {
  return part === undefined
    ? { ...(value as object), ...members }
    : changed(value, part, (member) => placed(member, rest, members));
}

/** A list or an object with one member changed. */
function changed(value: unknown, part: Path[number] | undefined, change: (member: unknown) => unknown): unknown {
  return Array.isArray(value)
    ? value.map((each: unknown, index) => (index === part ? change(each) : each))
    : { ...(value as object), [String(part)]: change((value as Readonly<Record<string, unknown>>)[String(part)]) };
}
