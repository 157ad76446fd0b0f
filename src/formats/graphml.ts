import { escapeXml } from './xml.js';

/** What is known of a node or an edge, by key; nodes and edges have different keys. */
type Facts = Readonly<Record<string, string | number | null>>;

/** A record of a graph. */
export interface GraphmlNode {
  readonly id: string;
  readonly facts: Facts;
}

/** A link of a graph. */
export interface GraphmlEdge {
  readonly source: string;
  readonly target: string;
  readonly facts: Facts & { readonly linkName: string };
}

/** A graph in GraphML, for Cytoscape, Gephi, yEd and others. Each node, and each link under one name, stands there once. */
export function graphmlOf(nodes: readonly GraphmlNode[], edges: readonly GraphmlEdge[]): string {
  const records = [...new Map(nodes.map((node) => [node.id, node])).values()];
  const links = [
    ...new Map(edges.map((edge) => [`${edge.source} ${edge.facts.linkName} ${edge.target}`, edge])).values(),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keysOf('node', records),
    ...keysOf('edge', links),
    '  <graph id="entrez" edgedefault="directed">',
    ...records.flatMap(({ id, facts }) => [`    <node id="${escapeXml(id)}">`, ...dataOf(facts), '    </node>']),
    ...links.flatMap(({ source, target, facts }) => [
      `    <edge source="${escapeXml(source)}" target="${escapeXml(target)}">`,
      ...dataOf(facts),
      '    </edge>',
    ]),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

/** The keys of what is known of any node or any edge. */
function keysOf(what: 'node' | 'edge', members: readonly { readonly facts: Facts }[]): string[] {
  const types = new Map<string, 'string' | 'double'>();
  for (const [name, value] of members.flatMap(({ facts }) => Object.entries(facts))) {
    if (value !== null) {
      types.set(name, typeof value === 'number' && types.get(name) !== 'string' ? 'double' : 'string');
    }
  }
  return [...types].map(
    ([name, type]) => `  <key id="${name}" for="${what}" attr.name="${name}" attr.type="${type}"/>`,
  );
}

function dataOf(facts: Facts): string[] {
  return Object.entries(facts).flatMap(([key, value]) =>
    value === null ? [] : [`      <data key="${key}">${escapeXml(String(value))}</data>`],
  );
}
