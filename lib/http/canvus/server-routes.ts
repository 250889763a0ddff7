import { serverInfoOperation } from '@/lib/domain/api/canvus-server';
import { openRoute, type RestRoute } from '@/lib/http/rest/rest-route';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';

/** What answers here: `/api/v1/server-info`, open to everyone. */
export function serverRoutes(): RestRoute[] {
  return [
    openRoute(serverInfoOperation, () => {
      const { version } = readDeskFacts();
      return Promise.resolve({ status: 200, body: { api: ['v1.2'], name: 'Tokendesk', version } });
    }),
  ];
}
