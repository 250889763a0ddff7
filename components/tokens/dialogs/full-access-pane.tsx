'use client';

import type { PickerIndex } from '@/components/permissions/picker-index';
import { Button } from '../../ui/button';
import { ContextCode } from '../../ui/context-code';

/** In place of the list: what full access comes to today, and the way back. */
export function FullAccessPane({ index, onLimit }: { index: PickerIndex; onLimit: () => void }) {
  const lines = index.contexts
    .map(({ context }) => ({ context, count: index.tickableIn(context).size }))
    .filter((line) => line.count > 0);
  return (
    <div className="pick fullpane">
      <h3 className="h-lg">All that you hold</h3>
      <p>
        Whoever has this token can do what you can, also what you are given later. Nobody can change your
        password, your account or your tokens with it.
      </p>
      <ul className="can">
        {lines.map(({ context, count }) => (
          <li key={context}>
            <ContextCode context={context} />
            <span>
              {count} of {index.operations.length} operations
            </span>
          </li>
        ))}
      </ul>
      <div>
        <Button onClick={onLimit}>Pick permissions instead</Button>
      </div>
    </div>
  );
}
