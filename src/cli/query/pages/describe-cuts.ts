/** What there is to say of cut lists, by path; empty without any. */
export function describeCuts(counts: Readonly<Record<string, number>>, all: boolean): readonly string[] {
  const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
  if (count === 0) {
    return [];
  }
  const each = Object.entries(counts)
    .map(([path, its]) => `${path} (${its.toLocaleString('en')})`)
    .join(', ');
  const lists = count === 1 ? '1 list is' : `${count.toLocaleString('en')} lists are`;
  const remedy = all
    ? 'They cannot be paged on: request more with "first".'
    : 'Add --all, or request more with "first".';
  return [`${lists} cut at the end of a page: ${each}. ${remedy}`];
}
