/** A record by its database and uid, such as `gene:7157`, as addresses name it. */
const NAME = /^([a-z]{2,20}):(\w{1,20})$/;
const ID = /^[\w-]{1,64}$/;

/** The id of a record in the whole graph. */
export function recordId(db: string, uid: string): string {
  return btoa(`${db}:${uid}`).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The readable name behind an id, such as `gene:7157`; the id itself where there is none. */
export function nameOfId(id: string): string {
  try {
    const name = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
    const [, db, uid] = NAME.exec(name) ?? [];
    return db !== undefined && uid !== undefined && recordId(db, uid) === id ? name : id;
  } catch {
    return id;
  }
}

/** The database and uid behind an id; undefined where it does not tell. */
export function partsOfId(id: string): { readonly db: string; readonly uid: string } | undefined {
  const [, db, uid] = NAME.exec(nameOfId(id)) ?? [];
  return db === undefined || uid === undefined ? undefined : { db, uid };
}

/** The id that a text in an address means, be it a name or an id; undefined for anything else. */
export function idFromText(text: string): string | undefined {
  const [, db, uid] = NAME.exec(text.replace(/^[a-z]+:/i, (prefix) => prefix.toLowerCase())) ?? [];
  if (db !== undefined && uid !== undefined) {
    return recordId(db, uid);
  }
  return ID.test(text) ? text : undefined;
}
