import { isDatabaseReady } from '@/lib/db/client';

/** True while the desk can serve: the database answers and its tables are there. For `/readyz`. */
export async function checkReady(): Promise<boolean> {
  return isDatabaseReady();
}
