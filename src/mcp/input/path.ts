import type { Catalog } from '../../catalog/catalog.js';
import { linkFieldName } from '../../catalog/names.js';
import { EntrezError } from '../../eutils/failures/errors.js';
import { didYouMean } from '../../schema/core/did-you-mean.js';
import type { AnyLink } from '../../schema/links/link-arguments.js';
import { wrong } from './wrong.js';

/** Link fields that an error lists. */
const LISTED = 25;

/**
 * The links of a path that starts in a database. Each step is a link name or a field; a text may hold several steps.
 *
 * @throws EntrezError `BAD_USER_INPUT` naming the step, and the nearest name.
 */
export function readPath(
  catalog: Catalog,
  db: string,
  steps: readonly string[],
  maxSteps: number,
): readonly [AnyLink, ...AnyLink[]] {
  const names = steps.flatMap((step) => step.split(/\s*(?:>|→|,|\.|\s)\s*/)).filter((name) => name !== '');
  if (names.length > maxSteps) {
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "path" has ${names.length} steps. Use at most ${maxSteps}, and follow the rest from what they lead to.`,
    );
  }
  const path: AnyLink[] = [];
  let at = db;
  for (const [index, name] of names.entries()) {
    const link = linkFrom(catalog, at, name, `path[${index}]`);
    path.push(link);
    at = link.to;
  }
  const [start, ...rest] = path;
  if (!start) {
    throw wrong('path', steps, 'Use link names such as gene_pubmed.');
  }
  return [start, ...rest];
}

function linkFrom(catalog: Catalog, db: string, name: string, argument: string): AnyLink {
  const links = catalog.linksFrom(db);
  const found = links.find((link) => link.name === name) ?? links.find((link) => linkFieldName(link) === name);
  if (found) {
    return found;
  }
  const elsewhere = catalog.link(name);
  if (elsewhere) {
    throw wrong(argument, name, `Use a link from ${db}.`, `, which starts in ${elsewhere.from}, not in ${db}`);
  }
  const fields = links.map(linkFieldName);
  const meant = didYouMean(name, [...fields, ...links.map((link) => link.name)]);
  const some = fields.slice(0, LISTED).join(', ');
  const more = fields.length > LISTED ? ` and ${fields.length - LISTED} more` : '';
  const remedy = meant === undefined ? `Links of ${db}: ${some || 'none'}${more}.` : `Did you mean "${meant}"?`;
  throw wrong(argument, name, remedy, `, which is no link from ${db}`);
}
