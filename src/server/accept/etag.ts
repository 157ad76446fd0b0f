/** Whether a header `If-None-Match` has a tag, compared weakly (RFC 9110, section 13.1.2). */
export function matchesEtag(header: string | null, etag: string): boolean {
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return (header ?? '').split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}
