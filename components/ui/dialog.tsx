'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';

export interface DialogProps {
  open: boolean;
  /** Escape and Close ask with `false`; whoever holds the state may refuse. A press outside never closes: forms live here. */
  onOpenChange: (open: boolean) => void;
  title: string;
  sub?: ReactNode;
  /** 1312 × 840, or 640, 720, 672 px wide; the whole screen under 640 px. */
  size: 'gen' | 'confirm' | 'new' | 'remove';
  initialFocus?: RefObject<HTMLElement | null>;
  /** Where focus goes when it closes; by default back to what opened it. */
  finalFocus?: RefObject<HTMLElement | null>;
  className?: string;
  children: ReactNode;
}

/** A modal sheet: header, then what is given (one DialogBody or panes), then a DialogFooter. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, sub, size, initialFocus, finalFocus, className, children } = props;
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange(next)} disablePointerDismissal>
      <Base.Portal>
        <Base.Backdrop className="scrim-back" />
        <Base.Viewport className="scrim">
          <Base.Popup
            className={`dlg size-${size}${className === undefined ? '' : ` ${className}`}`}
            {...(initialFocus === undefined ? {} : { initialFocus })}
            {...(finalFocus === undefined ? {} : { finalFocus })}
          >
            <DialogHeader title={title} sub={sub} />
            {children}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** Title, the line below it, and Close. `Dialog` draws it; it stands alone only inside a sheet of one's own. */
export function DialogHeader({ title, sub }: { title: string; sub?: ReactNode }) {
  return (
    <header>
      <div>
        <Base.Title className="title">{title}</Base.Title>
        {sub !== undefined && sub !== null && (
          <Base.Description render={<div />} className="sub mt-[3px]">
            {sub}
          </Base.Description>
        )}
      </div>
      <Base.Close className="iconbtn" aria-label="Close">
        <X aria-hidden="true" />
      </Base.Close>
    </header>
  );
}

/** The one scroll area of a dialog. Focusable, so that the keyboard can scroll it. */
export function DialogBody({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={className === undefined ? 'body' : `body ${className}`}>{children}</div>;
}

/** What happens next on the left (`note`), the buttons on the right. */
export function DialogFooter({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <footer>
      {note !== undefined && <span className="note">{note}</span>}
      <span className="sp" />
      {children}
    </footer>
  );
}
