'use client';

import { Menu as MenuIcon, X } from 'lucide-react';
import { useRef } from 'react';
import { BrandMark } from './brand';
import { NavLinks } from './nav-links';
import type { ShellSection } from './navigation';

/** The sidebar of a phone: a modal sheet over the page, the browser's own dialog. */
export function MenuSheet(props: { sections: readonly ShellSection[]; host: string; version: string }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const close = () => sheet.current?.close();
  return (
    <>
      <button
        type="button"
        className="iconbtn m-only"
        aria-label="Menu"
        aria-haspopup="dialog"
        onClick={() => sheet.current?.showModal()}
      >
        <MenuIcon aria-hidden="true" />
      </button>
      <dialog
        ref={sheet}
        className="sheet"
        aria-label="Menu"
        onClick={(event) => {
          // Only the backdrop is the dialog itself; everything else is inside it.
          if (event.target === sheet.current) close();
        }}
      >
        <nav aria-label="Main">
          <div className="row">
            <span className="brand">
              <BrandMark />
              Tokendesk
            </span>
            <span className="sp" />
            <button type="button" className="iconbtn" aria-label="Close" onClick={close}>
              <X aria-hidden="true" />
            </button>
          </div>
          <NavLinks sections={props.sections} onFollow={close} />
          <p className="foot">
            {props.host}
            <br />
            Tokendesk {props.version}
          </p>
        </nav>
      </dialog>
    </>
  );
}
