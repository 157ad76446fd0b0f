import type { Gateway } from '../server/gateway.js';
import type { RequestHandler } from '../server/http/http-server.js';

/** The route /mcp of a gateway, which is loaded for its first request; undefined where MCP is off. */
export function mcpRouteOf(gateway: Gateway): RequestHandler | undefined {
  let loaded: Promise<RequestHandler> | undefined;
  const load = async (): Promise<RequestHandler> => {
    const { createMcpRoute } = await import('../mcp/http.js');
    return createMcpRoute(gateway);
  };
  return gateway.config.MCP === 'off'
    ? undefined
    : async (request, response) => {
        const route = await (loaded ??= load());
        await route(request, response);
      };
}
