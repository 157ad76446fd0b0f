import { Command } from 'commander';

import type { LinkName } from '../catalog/catalog.js';
import { linkKind } from '../catalog/link-kind.js';
import { linkMeaning } from '../catalog/link-meanings.js';
import { linkFieldName, typeName } from '../catalog/names.js';
import { CATALOG_READER } from '../config/presets.js';
import { openCatalog } from '../server/open-catalog.js';
import { readDatabase } from './database-argument.js';
import { addSettings, configOf } from './settings.js';
import { table } from './output/table.js';

interface Options {
  readonly to?: string;
  readonly json?: true;
}

export function linksCommand(): Command {
  const command = new Command('links')
    .argument('<database>', 'Database where links start, such as gene')
    .option('--to <database>', 'Only links to this database')
    .option('--json', 'Print JSON');
  return addSettings(command, CATALOG_READER).action((from: string, { to, json }: Options) => {
    const catalog = openCatalog(configOf(command, CATALOG_READER));
    const source = readDatabase(catalog, from);
    const target = to === undefined ? undefined : readDatabase(catalog, to);
    const links = catalog.linksFrom(source.name).filter((link) => !target || link.to === target.name);
    const sorted = links.toSorted((a, b) => a.to.localeCompare(b.to) || a.name.localeCompare(b.name));
    const none = `No links lead from ${source.name}${target ? ` to ${target.name}` : ''}.`;
    const text = json ? JSON.stringify(sorted.map(describeLink), undefined, 2) : asTable(sorted);
    process.stdout.write(`${sorted.length === 0 && !json ? none : text}\n`);
  });
}

/** A link name as JSON. */
export function describeLink(link: LinkName) {
  const { name, from, to, label, scored, origin } = link;
  return {
    name,
    from,
    to,
    field: linkFieldName(link),
    label,
    meaning: linkMeaning(link) ?? null,
    kind: linkKind(link),
    scored,
    origin,
  };
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
