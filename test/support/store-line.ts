import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';

/** The way of one process to its store, which can be interrupted for it alone. */
export class StoreLine implements AsyncDisposable {
  readonly url: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #state: 'open' | 'silent' | 'closed' = 'open';

  private constructor(server: Server) {
    this.#server = server;
    this.url = `redis://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** @param port - Of the store. */
  static async to(port: number): Promise<StoreLine> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = new StoreLine(server);
    server.on('connection', (near) => {
      if (line.#state === 'closed') {
        near.destroy();
        return;
      }
      const far = createConnection({ port, host: '127.0.0.1' });
      line.#carry(near, far);
      line.#carry(far, near);
    });
    return line;
  }

  /** What is sent is lost, and nobody is told. */
  silence(): void {
    this.#state = 'silent';
  }

  /** Connections are refused. */
  cut(): void {
    this.#state = 'closed';
    this.#dropAll();
  }

  /** Connections can be made again. */
  mend(): void {
    this.#state = 'open';
    this.#dropAll();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#dropAll();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #dropAll(): void {
    this.#sockets.forEach((socket) => socket.destroy());
  }

  #carry(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    from.on('data', (bytes) => {
      if (this.#state === 'open') {
        to.write(bytes);
      }
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }
}
