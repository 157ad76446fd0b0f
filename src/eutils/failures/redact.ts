/** More than this of a foreign text helps nobody. */
const MAX_LENGTH = 300;

/** What stands behind this would be cut off, unless all before it were blanks. */
const LOOK_AT = 50_000;

/** Such as `api_key=abc`, `"api-key":"abc"` (also with escaped quotes), `api_key%3Dabc`, `<ApiKey>abc`, `email=a@b`. */
const LABELLED_KEY = /(api[-_ ]?key|e-?mail)([\s"'\\]*(?:[:=>]|%3d)[\s"'\\]*)([^\s"'\\&,;<>}]+)/gi;

/** The form of NCBI's keys: 36 hexadecimal digits, wherever they stand. */
const BARE_KEY = /\b[0-9a-f]{36}\b/gi;

/** Names a stored set that is the caller's own (protocol: recorded 2026, `NCID_` until about 2019). */
const WEB_ENV = /\b[MN]CID_\w+/g;

/** Bounded, so that a long text without an address costs little. */
const E_MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,5}/gi;

const IPV4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/g;

/** Eight groups, or groups around a `::`, perhaps with an IPv4 tail. */
const IPV6_FORM =
  /(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|[0-9a-f]{0,4}(?::[0-9a-f]{1,4})*::[0-9a-f:]*(?:(?:\.\d{1,3}){3})?/;

/** Not part of a longer word, so that names such as `ncbi::CException` are left alone. */
const IPV6 = new RegExp(`(?<![\\w:])(?=:*[0-9a-f])(?:${IPV6_FORM.source})(?![\\w:])`, 'gi');

/** Line ends, tabs, other C0 and C1 controls, what Unicode calls white space, and signs of undecodable bytes. */
const BLANKS = /[\s\p{Cc}\ufffd]+/gu;

/**
 * Takes out of a text what NCBI echoes of its caller: API keys, names of stored sets and network addresses. Everything
 * else stays as it is.
 *
 * Applying it twice changes nothing.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(LABELLED_KEY, '$1$2[removed]')
    .replace(BARE_KEY, '[removed]')
    .replace(WEB_ENV, '[removed]')
    .replace(E_MAIL, '[address]')
    .replace(IPV6, '[address]')
    .replace(IPV4, '[address]');
}

/** A tag that only web pages have, as it is or escaped, also several times over. */
const PAGE =
  /(?:<|&(?:amp;)*(?:lt|#0*60|#x0*3c);|\\u003c|%(?:25)*3c)\s*(?:!doctype\s+html|html|head|body|title|center|h[1-6]|script|style|meta|base|link\s|i?frame(?:set)?|object|embed|svg|table|tbody|thead|t[rhd]|div|p|pre|br|hr|a\s|[uod]l|li|form|input|button|img|font|span|section|nav|footer|main|address|noscript|marquee|blockquote)(?![\w-])[^]*/i;

const TITLE =
  /(?:<|lt;|#0*60;|#x0*3c;|\\u003c|%3c)title(?:>|&(?:amp;)*(?:gt|#0*62|#x0*3e);|\\u003e|%3e)([^<>&\\%]{1,80})/i;

/** Proxies pass the web pages of failing servers on inside of error sentences (protocol section 12: recorded 2026). */
/** Marks of writing, whose text stays. */
const MARKS = /(?:<|&(?:amp;)*lt;)\/?(?:b|i|u|s|em|strong|code|tt|small|big|su[bp])\s*\/?(?:>|&(?:amp;)*gt;)/gi;

function withoutPages(text: string): string {
  return text.replace(MARKS, ' ').replace(PAGE, (page) => {
    const title = TITLE.exec(page)?.[1]?.trim() ?? '';
    return title === '' ? '[web page]' : `[web page: ${title}]`;
  });
}

/**
 * Makes a text of NCBI fit to be shown: {@link withoutSecrets}, a web page in it only by its title, single spaces for
 * control characters, line ends and what could not be decoded, and cut to 300 characters.
 *
 * Applying it twice changes nothing.
 */
export function redact(text: string): string {
  const clean = withoutSecrets(withoutPages(text.slice(0, LOOK_AT)).replace(BLANKS, ' ').trim());
  if (clean.length <= MAX_LENGTH) {
    return clean;
  }
  // A pair of surrogates cut in two would not survive UTF-8.
  return `${clean.slice(0, MAX_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
