import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Recorded answers of NCBI, not part of this repository; each is held to the rules, none is known by name. */
const FOLDERS = ['recorded/', 'recorded-more/'].map(
  (name) => new URL(`../../../shared/eutils/${name}`, import.meta.url),
);

/** One recorded answer. */
export interface Recording {
  /** Its place in the folder: `elink/some-name.json`. */
  readonly file: string;
  /** The program that answered, as far as the folder tells; `http` has what came before any program. */
  readonly utility: string;
  readonly body: string;
  readonly form: 'json' | 'xml' | 'text';
  /** The HTTP status, where it was recorded. */
  readonly status?: number;
  /** The headers, where they were recorded, names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Throws where the recordings are not at hand and `REQUIRE_RECORDINGS=1` forbids to skip what they are for. */
export function requireRecordings(): void {
  if (!FOLDERS.some((folder) => existsSync(folder)) && process.env.REQUIRE_RECORDINGS === '1') {
    throw new Error('There are no recordings in ../shared. Fetch them, or unset REQUIRE_RECORDINGS.');
  }
}

/** All recordings; none where the folder is not at hand. Throws as {@link requireRecordings} does. */
export function recordings(): Recording[] {
  requireRecordings();
  return FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.includes('/') && /\.\w+$/.test(file))
      .toSorted()
      .map((file) => read(folder, file)),
  );
}

/** What the index says of each recording, columns by their names; nothing where it is not at hand. */
export function index(): Readonly<Record<string, string>>[] {
  const files = FOLDERS.map((folder) => new URL('INDEX.tsv', folder)).filter((file) => existsSync(file));
  return files.flatMap((file) => {
    const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const columns = head.split('\t');
    return lines.map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
    });
  });
}

/** The form of a body, by its first sign. */
export function formOf(body: string): Recording['form'] {
  return /^\s*[{[]/.test(body) ? 'json' : /^\ufeff?\s*</.test(body) ? 'xml' : 'text';
}

function read(folder: URL, file: string): Recording {
  const text = readFileSync(new URL(file, folder), 'utf8');
  const head = file.endsWith('.json') ? headIn(text) : undefined;
  const body = head === undefined ? text : (head.body ?? '');
  return {
    file,
    utility: file.split('/')[0] ?? '',
    body,
    form: formOf(body),
    ...(head !== undefined && { status: head.status, headers: headersOf(head) }),
  };
}

/** An answer that was recorded with its status: `{"status":400,"headers":{…},"body":"…"}`. */
interface Head {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rawHeaders?: readonly string[];
  readonly body?: string;
}

function headIn(text: string): Head | undefined {
  try {
    const head = JSON.parse(text) as Partial<Head>;
    return typeof head.status === 'number' ? (head as Head) : undefined;
  } catch {
    // A body that is no JSON is a body all the more.
    return undefined;
  }
}

function headersOf({ headers = {}, rawHeaders = [] }: Head): Record<string, string> {
  const raw = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? ''] as const] : []));
  return Object.fromEntries([...Object.entries(headers), ...raw].map(([name, value]) => [name.toLowerCase(), value]));
}
