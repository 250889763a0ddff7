import { createServer } from 'node:http';
import { readMetrics, startMetrics } from '@/lib/services/metrics/metrics';

/** Where the figures are served; a port of null serves none. */
export interface MetricsSettings {
  metricsPort: number | null;
  metricsHost: string;
}

/**
 * Serves the figures for Prometheus on a listener of their own, `GET /metrics`, so that no proxy in front of the desk can
 * make them public (OPS-4). Resolves once it listens; answers the function that ends it.
 */
export async function serveMetrics({ metricsPort, metricsHost }: MetricsSettings): Promise<() => void> {
  if (metricsPort === null) return () => undefined;
  startMetrics();
  const server = createServer({ headersTimeout: 5_000, requestTimeout: 5_000 }, (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (request.url?.split('?', 1).join('') !== '/metrics') return response.writeHead(404).end();
    if (request.method !== 'GET') return response.writeHead(405, { Allow: 'GET' }).end();
    readMetrics().then(
      ({ contentType, text }) => response.writeHead(200, { 'Content-Type': contentType }).end(text),
      () => response.writeHead(500).end(),
    );
    return response;
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(metricsPort, metricsHost, resolve);
  });
  server.unref();
  return () => {
    server.closeAllConnections();
    server.close();
  };
}
