/** A record of a graph. */
export interface GraphNode {
  readonly curie: string;
  readonly db: string;
  readonly uid: string;
  readonly title: string | null;
}

/** A link of a graph, between records by their CURIEs. */
export interface GraphEdge {
  readonly source: string;
  readonly target: string;
  readonly linkName: string;
}

const KEYS = { db: 'node', uid: 'node', title: 'node', linkName: 'edge' } as const;

/** A graph in GraphML, for Cytoscape, Gephi, yEd and others. Each record and link stands there once. */
export function graphmlOf(nodes: readonly GraphNode[], edges: readonly GraphEdge[]): string {
  const records = new Map(nodes.map((node) => [node.curie, node]));
  const links = new Map(edges.map((edge) => [`${edge.source} ${edge.linkName} ${edge.target}`, edge]));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...Object.entries(KEYS).map(
      ([name, what]) => `  <key id="${name}" for="${what}" attr.name="${name}" attr.type="string"/>`,
    ),
    '  <graph id="entrez" edgedefault="directed">',
    ...[...records.values()].flatMap(({ curie, db, uid, title }) => [
      `    <node id="${escaped(curie)}">`,
      ...dataOf({ db, uid, title }),
      '    </node>',
    ]),
    ...[...links.values()].flatMap(({ source, target, linkName }) => [
      `    <edge source="${escaped(source)}" target="${escaped(target)}">`,
      ...dataOf({ linkName }),
      '    </edge>',
    ]),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function dataOf(members: Readonly<Record<string, string | null>>): string[] {
  return Object.entries(members).flatMap(([key, value]) =>
    value === null ? [] : [`      <data key="${key}">${escaped(value)}</data>`],
  );
}

/** Without characters that XML does not have. */
function escaped(text: string): string {
  return text

    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
