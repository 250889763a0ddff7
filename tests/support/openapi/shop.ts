// A small service with a context, for tests of the catalog.
import type { DeskError } from '@/lib/domain/errors';
import type { ImportServiceInput } from '@/lib/domain/service-input';

export const orders = `
  /stores/{storeId}/orders:
    get: { tags: [orders], operationId: listOrders, summary: Lists the orders of a store., responses: {} }
    post: { tags: [orders], operationId: createOrder, summary: Create an order, responses: {} }`;
export const stores = `
  /stores/{storeId}:
    get: { tags: [stores], operationId: getStore, summary: Gets a store, responses: {} }`;
export const health = `
  /health:
    get: { summary: Says how it is, externalDocs: { url: 'https://docs.example/health' }, responses: {} }`;
export const documentOf = (...paths: string[]) =>
  `openapi: 3.0.3\ninfo: { title: The shop, version: 1.2.0 }\nservers: [{ url: 'https://shop.example/v2' }]\npaths:${paths.join('')}\n`;

export const contexts = [{ type: 'store', parameter: 'storeId' }];
export const inputOf = (name: string, document = documentOf(orders, stores, health)): ImportServiceInput => ({
  name,
  document,
  contexts,
});
export const codeOf = async (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: DeskError) => error.code,
  );
