import { countAllTokens, findAllTokens } from '@/lib/db/all-tokens';
import type { AllTokensView } from '@/lib/domain/admin-view';
import type { Call } from '@/lib/domain/call';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { requireDeskPermission } from '@/lib/services/access/require-permission';
import { currentCatalog } from '@/lib/services/catalog/current-catalog';
import { rowPainter } from './token-row';

const pageSize = 100;

/**
 * Everyone's tokens with their owners, newest first, a part at a time; read-only. `search` narrows by description, owner
 * or the last four characters; `before` is where the last part ended. Needs desk.tokens.ViewAll.
 */
export async function listAllTokens(
  call: Call,
  { search, before }: { search: string; before: number | null },
): Promise<AllTokensView> {
  await requireDeskPermission(call, deskPermissions.viewTokens);
  const [found, counts] = await Promise.all([
    findAllTokens({ search, before }, pageSize + 1),
    countAllTokens(search),
  ]);
  const shown = found.slice(0, pageSize);
  const painters = new Map<string, ReturnType<typeof rowPainter>>();
  const rows = shown.map(({ token, owner: { rights, ...owner } }) => {
    const painter = painters.get(owner.id) ?? rowPainter(rights, currentCatalog(), call.now);
    painters.set(owner.id, painter);
    return { ...painter.toRow(token), owner };
  });
  return { rows, ...counts, next: found.length > pageSize ? (shown.at(-1)?.token.number ?? null) : null };
}
