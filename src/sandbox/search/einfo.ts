import type { Database } from '../../catalog/catalog.js';
import { type Answer, element, jsonAnswer, xmlAnswer } from '../http/answer.js';
import type { SandboxContext } from '../context.js';
import type { Parameters } from '../http/parameters.js';
import { fieldsOf } from './search-fields.js';

/** All values of EInfo are strings (recorded 2025). */
type Strings = Readonly<Record<string, string>>;

/** `einfo.fcgi`: the list of databases, or fields and links of one. */
export function einfo(params: Parameters, { catalog, graph }: SandboxContext): Answer {
  const json = params.json;
  const named = params.get('db');
  if (named === undefined) {
    const names = catalog.databases.map(({ name }) => name);
    return json
      ? jsonAnswer('einfo', { einforesult: { dblist: names, dbinfo: [] } })
      : xmlAnswer(
          'eInfoResult',
          `\n<DbList>\n\n${names.map((name) => `\t${element('DbName', name)}\n`).join('')}</DbList>\n\n`,
        );
  }
  const database = catalog.database(named);
  if (database === undefined) {
    const message = `Can not retrieve DbInfo for db=${named}`;
    return json
      ? jsonAnswer('einfo', { einforesult: { ERROR: message } })
      : xmlAnswer('eInfoResult', `\n\t${element('ERROR', message)}\n`);
  }

  const facts = databaseFacts(database, graph.uids(database.name).length);
  const fields = fieldsOf(database.name).map(({ name, fullName, kind }): Strings => ({
    name,
    fullname: fullName,
    description: fullName,
    termcount: '',
    isdate: flag(kind === 'date'),
    isnumerical: flag(kind === 'number'),
    singletoken: flag(kind !== 'words'),
    hierarchy: flag(name === 'ORGN'),
    ishidden: flag(name === 'UID'),
    // XML has two members more when version 2.0 is asked for; JSON never has them.
    ...(!json &&
      params.get('version') === '2.0' && {
        istruncatable: flag(kind !== 'number'),
        israngable: flag(kind === 'number' || kind === 'date'),
      }),
  }));
  // Some links that ELink answers are missing from EInfo, `pubmed_pubmed_citedin` among them (recorded 2025).
  const links = catalog
    .linksFrom(database.name)
    .filter(({ origin }) => origin === 'einfo')
    .map(({ name, label, to }): Strings => ({ name, menu: label, description: label, dbto: to }));

  if (json) {
    return jsonAnswer('einfo', { einforesult: { dbinfo: [{ ...facts, fieldlist: fields, linklist: links }] } });
  }
  const fieldList = `<FieldList>${fields.map((field) => xmlOf('Field', field)).join('')}\n\t</FieldList>`;
  const linkList = `<LinkList>${links.map((link) => xmlOf('Link', link)).join('')}\n\t</LinkList>`;
  return xmlAnswer('eInfoResult', `\n\t<DbInfo>${members(facts)}\n\t${fieldList}\n\t${linkList}\n\t</DbInfo>\n`);
}

function databaseFacts({ name, label }: Database, count: number): Strings {
  return {
    dbname: name,
    menuname: label,
    description: `${label} records of the entrez-graph sandbox`,
    dbbuild: 'Sandbox',
    count: String(count),
    lastupdate: '2026/01/01 00:00',
  };
}

const ELEMENTS: Strings = {
  dbname: 'DbName',
  menuname: 'MenuName',
  description: 'Description',
  dbbuild: 'DbBuild',
  count: 'Count',
  lastupdate: 'LastUpdate',
  name: 'Name',
  fullname: 'FullName',
  termcount: 'TermCount',
  isdate: 'IsDate',
  isnumerical: 'IsNumerical',
  singletoken: 'SingleToken',
  hierarchy: 'Hierarchy',
  ishidden: 'IsHidden',
  istruncatable: 'IsTruncatable',
  israngable: 'IsRangable',
  menu: 'Menu',
  dbto: 'DbTo',
};

function members(values: Strings): string {
  return Object.entries(values)
    .map(([key, value]) => `\n\t${element(ELEMENTS[key] ?? key, value)}`)
    .join('');
}

function xmlOf(name: string, values: Strings): string {
  return `\n\t<${name}>${members(values)}\n\t</${name}>`;
}

function flag(value: boolean): 'Y' | 'N' {
  return value ? 'Y' : 'N';
}
