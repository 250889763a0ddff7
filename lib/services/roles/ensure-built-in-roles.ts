import { randomId } from '@/lib/crypto/random-id';
import { findRoles, putRole } from '@/lib/db/roles';
import { transaction } from '@/lib/db/transaction';
import { builtInRoles } from '@/lib/domain/built-in-roles';
import type { Call } from '@/lib/domain/call';

/** Brings the built-in roles to what this version ships. At every start; writes only what differs. */
export async function ensureBuiltInRoles(call: Call): Promise<void> {
  await transaction(call, async (tx, record) => {
    const stored = new Map((await findRoles(tx)).map((role) => [role.key, role]));
    for (const role of builtInRoles) {
      const patterns = [...role.patterns].sort();
      const former = stored.get(role.key);
      const isSame =
        former?.name === role.name &&
        former.summary === role.summary &&
        former.patterns.join() === patterns.join();
      if (isSame) continue;
      await putRole(tx, { ...role, id: former?.id ?? randomId(), patterns, isBuiltIn: true });
      await record({
        action: former === undefined ? 'role.created' : 'role.changed',
        subjectKind: 'role',
        subjectId: role.key,
        ownerId: null,
        data: { name: role.name, before: former?.patterns ?? [], after: patterns },
      });
    }
  });
}
