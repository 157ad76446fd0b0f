import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Server, type Socket } from 'node:net';

/** A line to a server on this machine on which every byte is so long under way, in either direction. */
export class SlowLine implements AsyncDisposable {
  readonly port: number;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  static async to(port: number, ms: number): Promise<SlowLine> {
    const server = createServer({ noDelay: true });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = new SlowLine(server);
    server.on('connection', (near) => {
      const far = createConnection({ port, host: '127.0.0.1', noDelay: true });
      line.#carry(near, far, ms);
      line.#carry(far, near, ms);
    });
    return line;
  }

  #carry(from: Socket, to: Socket, ms: number): void {
    this.#sockets.add(from);
    from.on('data', (bytes) => setTimeout(() => to.write(bytes), ms));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#sockets.forEach((socket) => socket.destroy());
    this.#server.close();
    await once(this.#server, 'close');
  }
}
