'use client';

import { Dialog } from '@base-ui/react/dialog';
import { Menu as MenuIcon, X } from 'lucide-react';
import { useState } from 'react';
import { BrandMark } from './brand';
import { NavLinks } from './nav-links';
import type { ShellSection } from './navigation';

/** The sidebar of a phone: a sheet that slides over the page. */
export function MenuSheet(props: { sections: readonly ShellSection[]; host: string; version: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(next) => setIsOpen(next)}>
      <Dialog.Trigger className="iconbtn m-only" aria-label="Menu">
        <MenuIcon aria-hidden="true" />
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="sheet-back" />
        <Dialog.Popup className="sheet">
          <div className="row">
            <Dialog.Title className="brand" render={<span />}>
              <BrandMark />
              Tokendesk
            </Dialog.Title>
            <span className="sp" />
            <Dialog.Close className="iconbtn" aria-label="Close">
              <X aria-hidden="true" />
            </Dialog.Close>
          </div>
          <NavLinks sections={props.sections} onFollow={() => setIsOpen(false)} />
          <p className="foot">
            {props.host}
            <br />
            Tokendesk {props.version}
          </p>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
