'use client';

import { useState } from 'react';
import type { PickerIndex } from '@/components/permissions/picker-index';
import { componentName } from '@/lib/domain/catalog';
import type { Grant } from '@/lib/domain/grant';
import { ContextCode } from '../../ui/context-code';

const shownAtFirst = 8;
const signs = {
  plus: { text: '+', name: 'added' },
  minus: { text: '−', name: 'removed' },
  stay: { text: '·', name: 'stays' },
} as const;

/** Permissions one a line under their context, with what they do; the first few, and the rest on demand. */
export function GrantLines({
  index,
  grants,
  sign,
  isContextShown,
}: {
  index: PickerIndex;
  grants: readonly Grant[];
  sign: keyof typeof signs;
  isContextShown: boolean;
}) {
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole || grants.length <= shownAtFirst + 1 ? grants : grants.slice(0, shownAtFirst);
  const contexts = [...new Set(shown.map((grant) => grant.context))];
  return (
    <>
      {contexts.map((context) => (
        <ul key={context}>
          {isContextShown && (
            <li className="where">
              in <ContextCode context={context} />
            </li>
          )}
          {shown
            .filter((grant) => grant.context === context)
            .map((grant) => (
              <GrantLine key={grant.permission} index={index} grant={grant} sign={sign} />
            ))}
        </ul>
      ))}
      {shown.length < grants.length && (
        <button type="button" className="lnk strong" onClick={() => setIsWhole(true)}>
          Show all {grants.length}
        </button>
      )}
    </>
  );
}

function GrantLine({ index, grant, sign }: { index: PickerIndex; grant: Grant; sign: keyof typeof signs }) {
  const { permission, context } = grant;
  const operation = index.byCode.get(permission);
  const prefix = componentName(permission).length + 1;
  const whyNot = operation === undefined ? 'not in the catalog' : index.whyNot(operation, context);
  return (
    <li className={sign}>
      <span className="sg" role="img" aria-label={signs[sign].name}>
        {signs[sign].text}
      </span>
      <code>
        {permission.slice(0, prefix)}
        <b>{permission.slice(prefix)}</b>
      </code>
      <span className="sum">
        {whyNot !== null && sign !== 'minus' ? `${whyNot}: of no effect` : operation?.summary}
      </span>
    </li>
  );
}
