import { deskSelfApi } from '@/lib/domain/api/desk-self';
import { openRoute } from '@/lib/http/rest/rest-route';
import { readDescription } from '@/lib/services/catalog/read-description';

/** The one description of every API, as OpenAPI. It says nothing that is secret. */
export const descriptionRoute = openRoute(deskSelfApi.readDescription, () =>
  Promise.resolve({ status: 200, body: readDescription() }),
);
