import type { Catalog } from '../../catalog/catalog.js';
import { badInput } from '../core/arguments.js';
import type { AnyLink } from './link-arguments.js';
import { didYouMean } from '../core/did-you-mean.js';

/**
 * The link name that a caller wrote out.
 *
 * @param to - Target database; needed where the catalog does not know the name, and to agree with it where it does.
 * @param argument - What the caller wrote the name into.
 * @throws EntrezError `BAD_USER_INPUT` naming the argument, and the name that was probably meant.
 */
export function findLink(
  catalog: Catalog,
  db: string,
  name: string,
  to: string | null | undefined,
  argument = 'name',
): AnyLink {
  const known = catalog.link(name);
  if (known && known.from !== db) {
    throw badInput(argument, name, `Use a link name that starts in ${db}.`, `, which starts in ${known.from}`);
  }
  // The list of a link name is the same whatever target is given, so that another one cannot be right.
  if (known && to != null && catalog.database(to)?.name !== known.to) {
    throw badInput(argument.replace(/name$/, 'to'), to, 'Leave it out.', `, but ${known.name} leads to ${known.to}`);
  }
  if (known) {
    return known;
  }
  if (!/^[a-z0-9]+(_[a-z0-9]+)+$/i.test(name)) {
    throw badInput(argument, name, 'Use a link name such as gene_pubmed.');
  }
  const target = to == null ? undefined : catalog.database(to);
  if (target) {
    return { name, from: db, to: target.name, isListed: false };
  }
  const meant = didYouMean(
    name,
    catalog.linksFrom(db).map((link) => link.name),
  );
  const suggestion = meant === undefined ? '' : ` Did you mean ${meant}?`;
  // Not every field that takes link names takes their targets.
  const remedy = argument.endsWith('name')
    ? 'Give "to", the database it leads to, if NCBI has this link name.'
    : `Use link names that linkNames(from: ${db}) lists.`;
  throw badInput(argument, name, `${remedy}${suggestion}`, ', which the catalog does not list');
}
