import { z } from 'zod';
import { readActionSchema, searchActionsSchema, type PlatformAction } from '@/lib/domain/platform/action';
import {
  installAppSchema,
  onAppSchema,
  searchAppsSchema,
  type MarketplaceApp,
} from '@/lib/domain/platform/marketplace-app';
import { listPermissions } from '@/lib/services/access/list-permissions';
import { readUserInfo } from '@/lib/services/platform/account/read-user-info';
import { listCurrentActions } from '@/lib/services/platform/actions/list-current-actions';
import { readAction } from '@/lib/services/platform/actions/read-action';
import { searchActions } from '@/lib/services/platform/actions/search-actions';
import { addFavorite } from '@/lib/services/platform/marketplace/add-favorite';
import { installApp } from '@/lib/services/platform/marketplace/install-app';
import { listApps } from '@/lib/services/platform/marketplace/list-apps';
import { listCategories } from '@/lib/services/platform/marketplace/list-categories';
import { listFavorites } from '@/lib/services/platform/marketplace/list-favorites';
import { readApp } from '@/lib/services/platform/marketplace/read-app';
import { removeFavorite } from '@/lib/services/platform/marketplace/remove-favorite';
import { listVisibleProjects } from '@/lib/services/platform/projects/list-visible-projects';
import { envReply } from './environment-replies';
import { listed, serve, type Table } from '@/lib/http/serve';
import { wireTime } from '@/lib/domain/virtuozzo/wire-time';

const nothing = z.object({});

function actionReply({ id, action, outcome, envName, context, byName, at }: PlatformAction) {
  return { id, action, outcome, envName, context, by: byName, startTime: wireTime(at) };
}

function appReply({ id, name, category, description, template, nodeCount }: MarketplaceApp) {
  return { id, name, categories: [category], description, type: 'install', nodeType: template, nodeCount };
}

/** Projects, what happened, the marketplace, the account. */
export const deskOperations: Table = {
  'environment.group.GetGroups': serve(
    nothing,
    listVisibleProjects,
    listed(({ key, name }) => ({ name: key, displayName: name })),
  ),
  'environment.tracking.GetCurrentActions': serve(nothing, listCurrentActions, listed(actionReply)),
  'environment.tracking.SearchActions': serve(searchActionsSchema, searchActions, listed(actionReply)),
  'environment.tracking.GetAction': serve(readActionSchema, readAction, (action) => ({
    object: actionReply(action),
  })),
  'marketplace.app.GetCategories': serve(nothing, listCategories, (categories) => ({ array: categories })),
  'marketplace.app.GetList': serve(searchAppsSchema, listApps, listed(appReply, 'apps')),
  'marketplace.app.GetAppInfo': serve(onAppSchema, readApp, (app) => ({ app: appReply(app) })),
  'marketplace.app.Install': serve(installAppSchema, installApp, (environment) => ({
    uniqueName: environment.id,
    env: envReply(environment),
  })),
  'marketplace.favorite.GetList': serve(nothing, listFavorites, listed(appReply, 'apps')),
  'marketplace.favorite.Add': serve(onAppSchema, addFavorite),
  'marketplace.favorite.Delete': serve(onAppSchema, removeFavorite),
  'users.account.GetUserInfo': serve(nothing, readUserInfo, ({ number: uid, email, name, createdAt }) => ({
    uid,
    email,
    name,
    displayName: name,
    status: 1,
    createdOn: wireTime(createdAt),
  })),
  'users.account.GetPermissions': serve(nothing, listPermissions, (permissions) => ({ array: permissions })),
};
