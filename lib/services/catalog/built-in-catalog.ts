import { catalogDataSchema, type CatalogData } from '@/lib/domain/catalog';

/** The catalog that ships with the desk: exactly what the sample platform serves. */
export const builtInCatalog: CatalogData = catalogDataSchema.parse({
  contextTypes: [
    { type: 'global', title: 'Everywhere', example: 'global' },
    { type: 'project', title: 'Project', example: 'project:shop' },
  ],
  operations: [],
  permissionSets: [],
});
