'use client';

import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';

/**
 * A hint on hover and keyboard focus. It is for the eye only: whoever uses it also says the text in the element's
 * name or description.
 */
export function Tooltip({
  text,
  children,
}: {
  text: string;
  children: ReactElement<Record<string, unknown>>;
}) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={200} closeOnClick={false} />
      <Base.Portal>
        <Base.Positioner sideOffset={8} collisionPadding={8} className="pop-at">
          <Base.Popup className="hintpop" aria-hidden="true">
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
