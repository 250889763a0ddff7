'use client';

import { Copy, Pencil, Plus, RefreshCw, Trash2 } from 'lucide-react';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import styles from './token-grid.module.css';
import { copyReason, editReason, removeReason } from './tool-reasons';

export interface TokenToolbarProps {
  chosenCount: number;
  isReading: boolean;
  onGenerate: () => void;
  onEdit: () => void;
  onCopy: () => void;
  onRemove: () => void;
  onRefresh: () => void;
  /** The pointer or the keyboard is on Generate: what it opens may be fetched. */
  onApproach: () => void;
}

const toolCount = 5;

/** The tools of the grid, one stop for Tab, arrows between them. What does not apply stays and says why. */
export function TokenToolbar(props: TokenToolbarProps) {
  const [at, setAt] = useState(0);
  const tool = (index: number) => ({ tabIndex: index === at ? 0 : -1, onFocus: () => setAt(index) });
  const canRemove = removeReason(props.chosenCount) === null;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = stepFrom(at, event.key);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    event.currentTarget.querySelectorAll('button').item(next).focus();
  };

  return (
    <div role="toolbar" aria-label="Token actions" className={styles.tools} onKeyDown={onKeyDown}>
      <Button
        {...tool(0)}
        variant="primary"
        icon={<Plus aria-hidden="true" />}
        onClick={props.onGenerate}
        onPointerEnter={props.onApproach}
      >
        Generate
      </Button>
      <span className={`btngroup ${styles.group}`}>
        <Button
          {...tool(1)}
          icon={<Pencil aria-hidden="true" />}
          disabledReason={editReason(props.chosenCount)}
          onClick={props.onEdit}
        >
          <Word>Edit</Word>
        </Button>
        <Button
          {...tool(2)}
          icon={<Copy aria-hidden="true" />}
          disabledReason={copyReason(props.chosenCount)}
          onClick={props.onCopy}
        >
          <Word>Copy</Word>
        </Button>
        <Button
          {...tool(3)}
          variant={canRemove ? 'end' : 'outline'}
          icon={<Trash2 aria-hidden="true" />}
          disabledReason={removeReason(props.chosenCount)}
          onClick={props.onRemove}
        >
          <Word>Remove</Word>
        </Button>
      </span>
      <Button
        {...tool(4)}
        icon={<RefreshCw aria-hidden="true" className={props.isReading ? 'spin' : undefined} />}
        isBusy={props.isReading}
        onClick={props.onRefresh}
      >
        <Word>Refresh</Word>
      </Button>
    </div>
  );
}

/** On narrow screens only the icon is seen; the name stays. */
function Word({ children }: { children: ReactNode }) {
  return <span className={styles.word}>{children}</span>;
}

function stepFrom(at: number, key: string): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % toolCount;
    case 'ArrowLeft':
      return (at + toolCount - 1) % toolCount;
    case 'Home':
      return 0;
    case 'End':
      return toolCount - 1;
    default:
      return null;
  }
}
