import type { ServedOperation } from '@/lib/http/served-operation';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { contentOperations } from './content-operations';
import { deskOperations } from './desk-operations';
import { environmentOperations } from './environment-operations';

/** Everything that the sample platform serves: exactly the operations of the built-in catalog. */
export function platformOperations(): ServedOperation[] {
  const { byCode } = currentCatalog();
  const table = { ...environmentOperations, ...contentOperations, ...deskOperations };
  return Object.entries(table).map(([code, served]) => ({
    ...served,
    code,
    isReading: byCode.get(code)?.reach === 'reads',
  }));
}
