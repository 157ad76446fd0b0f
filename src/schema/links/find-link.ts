import type { Catalog } from '../../catalog/catalog.js';
import { EntrezError } from '../../eutils/errors.js';
import { badInput } from '../core/arguments.js';
import type { AnyLink } from './link-arguments.js';
import { didYouMean } from '../core/did-you-mean.js';

/**
 * The link name that a caller wrote out.
 *
 * @param to - Target database; needed where the catalog does not know the name.
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
  if (known?.from === db) {
    return known;
  }
  if (known) {
    throw badInput(argument, `a link name that starts in ${db}; this one starts in ${known.from}`, name);
  }
  if (!/^[a-z0-9]+(_[a-z0-9]+)+$/i.test(name)) {
    throw badInput(argument, 'a link name such as gene_pubmed', name);
  }
  const target = to == null ? undefined : catalog.database(to);
  if (!target) {
    const meant = didYouMean(
      name,
      catalog.linksFrom(db).map((link) => link.name),
    );
    const suggestion = meant === undefined ? '' : ` Did you mean ${meant}?`;
    throw new EntrezError(
      'BAD_USER_INPUT',
      `Argument "${argument}": the catalog does not know ${name}.${suggestion} If NCBI knows it, say with "to" where it leads.`,
    );
  }
  return { name, from: db, to: target.name };
}
