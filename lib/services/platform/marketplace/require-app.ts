import { DeskError } from '@/lib/domain/errors';
import { marketplaceApps, type MarketplaceApp } from '@/lib/domain/platform/marketplace-app';

/** What the marketplace offers under an id. Throws not_found. */
export function requireApp(id: string): MarketplaceApp {
  const app = marketplaceApps.find((each) => each.id === id);
  if (app !== undefined) return app;
  throw new DeskError('not_found', `The marketplace has no ${id}.`, { subject: { kind: 'app', name: id } });
}
