import type { DrawnGraph } from '../model/drawn-graph.js';
import { labelOf } from '../model/record-name.js';
import { escapeXml } from './xml.js';

const KEYS = [
  ['label', 'node', 'string'],
  ['db', 'node', 'string'],
  ['uid', 'node', 'string'],
  ['title', 'node', 'string'],
  ['url', 'node', 'string'],
  ['linkName', 'edge', 'string'],
  ['score', 'edge', 'double'],
] as const;

/** A graph in GraphML, for Cytoscape, Gephi, yEd and others. */
export function asGraphml({ records, links }: DrawnGraph): string {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...KEYS.map(([name, what, type]) => `  <key id="${name}" for="${what}" attr.name="${name}" attr.type="${type}"/>`),
    '  <graph id="entrez" edgedefault="directed">',
    ...[...records.values()].flatMap((record) => [
      `    <node id="${escapeXml(record.id)}">`,
      ...data({ label: labelOf(record), db: record.db, uid: record.uid, title: record.title, url: record.url }),
      '    </node>',
    ]),
    ...links.flatMap(({ source, target, linkName, score }) => [
      `    <edge source="${escapeXml(source)}" target="${escapeXml(target)}">`,
      ...data({ linkName, score }),
      '    </edge>',
    ]),
    '  </graph>',
    '</graphml>',
    '',
  ];
  return lines.join('\n');
}

function data(members: Readonly<Record<string, string | number | null>>): string[] {
  return Object.entries(members).flatMap(([key, value]) =>
    value === null ? [] : [`      <data key="${key}">${escapeXml(String(value))}</data>`],
  );
}
