/** A server of Redis or Valkey. */
interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** Where a store is, as REDIS_URL says it. */
export interface RedisAddress {
  /** One server, a cluster that the nodes belong to, or the sentinels of a server. */
  readonly kind: 'server' | 'cluster' | 'sentinel';
  readonly nodes: readonly RedisNode[];
  readonly tls: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** The number of a database, for a server or sentinels. */
  readonly db: number;
  /** What the sentinels call the server. */
  readonly master: string;
  /** With sentinels that want a password of their own. */
  readonly sentinelUsername: string | undefined;
  readonly sentinelPassword: string | undefined;
}

const URL_FORM = /^redis(s?)(?:\+(cluster|sentinel))?:\/\/(?:([^/?#]*)@)?([^@/?#]+)(?:\/([^/?#]*))?(?:\?([^#]*))?$/;
const NODE_FORM = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/i;
const [PORT, SENTINEL_PORT] = [6379, 26379];

/**
 * Reads `redis://user:password@host:port/db`, with `rediss` for TLS. `redis+cluster` and several hosts with commas between
 * them are a cluster; in `redis+sentinel://host,host/NAME` the hosts are sentinels, which know the server by this name.
 *
 * @returns Undefined if it is none of these.
 */
export function parseRedisUrl(url: string): RedisAddress | undefined {
  const [match, s, form, credentials, hosts = '', path = '', query = ''] = URL_FORM.exec(url) ?? [];
  const nodes = hosts.split(',').map((host) => parseNode(host, form === 'sentinel' ? SENTINEL_PORT : PORT));
  if (match === undefined || !nodes.every((node) => node !== undefined)) {
    return undefined;
  }
  try {
    const kind = (form as 'cluster' | 'sentinel' | undefined) ?? (nodes.length > 1 ? 'cluster' : 'server');
    const [master = '', db = '0'] = kind === 'sentinel' ? decodeURIComponent(path).split(':') : ['', path || '0'];
    const isComplete = kind === 'sentinel' ? master !== '' : kind === 'server' || db === '0';
    const colon = credentials?.indexOf(':') ?? -1;
    const [user, password] =
      colon < 0 ? [credentials, undefined] : [credentials?.slice(0, colon), credentials?.slice(colon + 1)];
    const params = new URLSearchParams(query);
    return isComplete && /^\d{1,5}$/.test(db)
      ? {
          kind,
          nodes,
          tls: s === 's',
          username: decoded(user),
          password: decoded(password),
          db: Number(db),
          master,
          sentinelUsername: params.get('sentinelUsername') ?? undefined,
          sentinelPassword: params.get('sentinelPassword') ?? undefined,
        }
      : undefined;
  } catch {
    // A percent sign that escapes nothing.
    return undefined;
  }
}

function decoded(text: string | undefined): string | undefined {
  return text ? decodeURIComponent(text) : undefined;
}

function parseNode(text: string, usual: number): RedisNode | undefined {
  const [match, host = '', port = String(usual)] = NODE_FORM.exec(text) ?? [];
  return match !== undefined && Number(port) > 0 && Number(port) < 65_536
    ? { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
    : undefined;
}
