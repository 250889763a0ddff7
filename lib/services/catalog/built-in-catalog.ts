import { catalogDataSchema, type CatalogData } from '@/lib/domain/catalog';
import data from './built-in-catalog.json';

/** The catalog that ships with the desk, a data file: exactly what the doors serve, in the picker's order. */
export const builtInCatalog: CatalogData = catalogDataSchema.parse(data);
