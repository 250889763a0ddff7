'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import {
  addContext,
  changeContext,
  freeContexts,
  removeContext,
  showContext,
} from '@/components/permissions/picker-contexts';
import { checkedIn } from '@/components/permissions/picker-state';
import { ContextCode } from '../../ui/context-code';
import { ContextSelect } from '../../ui/context-select';
import type { TokenForm } from './use-token-form';

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Where the permissions hold: the context on view, and a line for each when the token has several. */
export function ContextField({ editor }: { editor: TokenForm }) {
  const { index, picks, changePicks } = editor;
  return (
    <div>
      <ContextSelect
        label="Context"
        value={picks.active}
        contexts={index.contexts}
        types={index.types}
        onValueChange={(to) => changePicks((state) => changeContext(index, state, to))}
      />
      {picks.contexts.length > 1 && <ContextLines editor={editor} />}
      {freeContexts(index, picks).length > 0 ? (
        <p className="hint">
          <button
            type="button"
            className="lnk strong"
            onClick={() => changePicks((state) => addContext(index, state))}
          >
            Add a {ordinals[picks.contexts.length] ?? 'further'} context
          </button>
        </p>
      ) : (
        index.types.length > 0 && <FurtherKey editor={editor} />
      )}
    </div>
  );
}

/** Every context that has a name is in the token: a further one is named by its key. */
function FurtherKey({ editor }: { editor: TokenForm }) {
  const { index, picks, changePicks } = editor;
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <p className="hint">
        <button type="button" className="lnk strong" onClick={() => setOpen(true)}>
          Add a {ordinals[picks.contexts.length] ?? 'further'} context
        </button>
      </p>
    );
  }
  return (
    <ContextSelect
      label="Further context"
      value={picks.active}
      contexts={[{ context: picks.active, title: 'on view' }]}
      types={index.types}
      onValueChange={(context) => {
        setOpen(false);
        changePicks((state) => addContext(index, state, context));
      }}
    />
  );
}

function ContextLines({ editor }: { editor: TokenForm }) {
  const { index, picks, changePicks } = editor;
  return (
    <ul className="ctxlines" aria-label="Contexts of this token">
      {picks.contexts.map((context) => {
        const isActive = context === picks.active;
        return (
          <li key={context} className={isActive ? 'on' : undefined}>
            <button
              type="button"
              aria-pressed={isActive}
              onClick={() => changePicks((state) => showContext(state, context))}
            >
              <ContextCode context={context} />
              <span className="n">
                {checkedIn(index, picks, context).size}
                <span className="vh"> permissions</span>
              </span>
            </button>
            <button
              type="button"
              className="iconbtn"
              aria-label={`Take out ${context}`}
              onClick={() => changePicks((state) => removeContext(state, context))}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
