/** Records that one operation loads. */
const PAGE = 1000;

/** A page of a connection about the graph. */
export interface Page<Edge> {
  readonly totalCount: number;
  readonly complete: boolean;
  readonly missing: readonly {
    readonly input: string;
    readonly list?: string | null;
    readonly code: string;
    readonly message: string;
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly Edge[];
}

/** Which page is to be loaded. */
export interface PageRange {
  readonly first: number;
  readonly after: string | null;
}

/** Loads pages up to so many edges; the last page, with the edges of all. It is complete if all are, and lacks what any lacks. */
export async function loadPages<Edge, P extends Page<Edge>>(
  most: number,
  load: (range: PageRange) => Promise<P & Page<Edge>>,
): Promise<P> {
  const edges: Edge[] = [];
  const missing = new Map<string, Page<Edge>['missing'][number]>();
  let complete = true;
  let page: P & Page<Edge>;
  let after: string | null = null;
  do {
    page = await load({ first: Math.min(PAGE, most - edges.length), after });
    edges.push(...page.edges);
    complete &&= page.complete;
    for (const each of page.missing) {
      missing.set(JSON.stringify([each.list, each.input]), each);
    }
    after = page.pageInfo.endCursor;
  } while (page.pageInfo.hasNextPage && edges.length < most);
  return { ...page, edges, complete, missing: [...missing.values()] };
}

/** Lines that name the sources whose links are not known, and count the records. */
export function notesOf({ totalCount, missing, edges }: Page<unknown>, whose: string): string[] {
  const cut = edges.length < totalCount ? `, of which these are the first ${edges.length.toLocaleString('en')}` : '';
  return [
    ...missing.map(
      ({ input, list, code, message }) => `${list == null ? '' : `${list}: `}${input}: ${code}. ${message}`,
    ),
    `${totalCount.toLocaleString('en')} records ${whose}${cut}.`,
  ];
}
