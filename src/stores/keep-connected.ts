import type * as ioredis from 'ioredis';

/**
 * Connects again where the driver has given up though it was told never to: it does when sentinels announce a new server
 * while it asks them for the server, and refuses every command from then on.
 *
 * @param retryDelay - Between two tries, in milliseconds.
 * @returns Ends that; to be called before the connection is closed.
 */
export function keepConnected(client: ioredis.Redis | ioredis.Cluster, retryDelay: number): () => void {
  const connectLater = (): void => {
    setTimeout(() => {
      // The driver tells its listeners why it failed, and that it has ended once more.
      client.connect().catch(() => undefined);
    }, retryDelay).unref();
  };
  client.on('end', connectLater);
  return () => {
    client.off('end', connectLater);
  };
}
