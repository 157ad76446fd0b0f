import { Command } from 'commander';

import { type LinkName, loadCatalog } from '../catalog/catalog.js';
import { linkKind } from '../catalog/link-kind.js';
import { linkFieldName, typeName } from '../catalog/names.js';
import { readDatabase } from './database-argument.js';
import { table } from './table.js';

interface Options {
  readonly to?: string;
  readonly json?: true;
}

export function linksCommand(): Command {
  return new Command('links')
    .description('List the links of a database: where they lead, and the GraphQL field of each.')
    .argument('<database>', 'Database where links start, such as gene')
    .option('--to <database>', 'Only those that lead there')
    .option('--json', 'As JSON')
    .action((from: string, { to, json }: Options) => {
      const catalog = loadCatalog();
      const source = readDatabase(catalog, from);
      const target = to === undefined ? undefined : readDatabase(catalog, to);
      const links = catalog.linksFrom(source.name).filter((link) => !target || link.to === target.name);
      const sorted = links.toSorted((a, b) => a.to.localeCompare(b.to) || a.name.localeCompare(b.name));
      const none = `No links lead from ${source.name}${target ? ` to ${target.name}` : ''}.`;
      const text = json ? JSON.stringify(sorted.map(describeLink), undefined, 2) : asTable(sorted);
      process.stdout.write(`${sorted.length === 0 && !json ? none : text}\n`);
    });
}

/** What is known of a link name, as programs read it. */
export function describeLink(link: LinkName) {
  const { name, from, to, label, scored, origin } = link;
  return { name, from, to, field: linkFieldName(link), label, kind: linkKind(link), scored, origin };
}

function asTable(links: readonly LinkName[]): string {
  const rows = links.map((link) => [
    link.to,
    `${typeName(link.from)}.${linkFieldName(link)}`,
    link.name,
    link.scored === true ? 'computed, scored' : linkKind(link),
    link.origin,
    link.label,
  ]);
  return table([['TO', 'FIELD', 'LINK NAME', 'KIND', 'LISTED BY', 'LABEL'], ...rows]);
}
