'use client';

import { KeyGlyph } from '@/components/tokens/key-glyph';
import type { KeyComponents } from '@/components/tokens/key-geometry';
import { Button } from '@/components/ui/button';
import { counted } from '@/lib/domain/number-words';
import type { RoleRow } from '@/lib/domain/role-view';

export interface RoleLineProps {
  role: RoleRow;
  components: KeyComponents;
  /** How many operations the catalog has. */
  operationCount: number;
  isFresh: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

const builtIn = 'It is built in: the same on every desk. Create a role of your own instead';

/** One role. Cells carry their head for the phone, where they stand as lines. */
export function RoleLine({ role, components, operationCount, isFresh, onEdit, onRemove }: RoleLineProps) {
  const whyStays =
    role.holderCount > 0
      ? `${role.holderCount === 1 ? 'One person holds' : 'People hold'} it: take it from them first`
      : null;
  const unmatched = role.unmatched.length;
  return (
    <tr role="row" className={isFresh ? 'flash' : undefined}>
      <td role="rowheader" className="desc">
        <span className="t1" title={role.name}>
          {role.name}
          {role.isBuiltIn && <span className="dim"> (built in)</span>}
        </span>
        <span className="t2" title={role.summary}>
          {role.summary}
        </span>
      </td>
      <td role="cell" className="c-access">
        <div className="acc">
          <KeyGlyph
            label={`${role.operationCount} operations`}
            components={components}
            teeth={role.teeth}
            isFull={role.patterns.includes('*')}
          />
          <div>
            <span className="t1">
              {role.operationCount} of {operationCount}
            </span>
            {unmatched > 0 && (
              <span className="t2 rust" title={role.unmatched.join(', ')}>
                {counted(unmatched, 'pattern')} {unmatched === 1 ? 'matches' : 'match'} nothing now
              </span>
            )}
          </div>
        </div>
      </td>
      <td role="cell" className="num c-holders" data-head="Held by">
        {role.holderCount.toLocaleString('en')}
      </td>
      <td role="cell" className="num c-tokens" data-head="Live tokens">
        {role.tokenCount.toLocaleString('en')}
      </td>
      <td role="cell" className="c-act">
        <Button
          size="small"
          aria-label={`Edit ${role.name}`}
          disabledReason={role.isBuiltIn ? builtIn : null}
          onClick={onEdit}
        >
          Edit
        </Button>
        <Button
          variant="end"
          size="small"
          aria-label={`Remove ${role.name}`}
          disabledReason={role.isBuiltIn ? builtIn : whyStays}
          onClick={onRemove}
        >
          Remove
        </Button>
      </td>
    </tr>
  );
}
