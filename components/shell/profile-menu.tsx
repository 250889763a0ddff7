'use client';

import { ChevronDown, KeyRound, LogOut, Shield } from 'lucide-react';
import Link from 'next/link';
import { useId, useRef, useState } from 'react';
import { toast } from '@/components/ui/toast';
import { signOutAction } from '@/lib/actions/account';
import { closeFeed } from './feed-connection';
import { initialsOf } from './initials';
import { useMenuKeys } from './use-menu-keys';

/**
 * The name at the top right: Profile, Security, Sign out. A popover of the browser's own, because it stands on every
 * page: it opens without a library, closes on Escape and on a press elsewhere, and gives focus back.
 */
export function ProfileMenu({ name, email }: { name: string; email: string }) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const keys = useMenuKeys(menu);

  async function signOut() {
    menu.current?.hidePopover();
    closeFeed();
    const result = await signOutAction();
    // A full load: nothing of this person stays in the page's memory.
    if (result.isOk) window.location.assign('/sign-in');
    else toast.error('You are still signed in.', { description: result.error.message });
  }

  const item = {
    className: 'it',
    role: 'menuitem',
    tabIndex: -1,
    onClick: () => menu.current?.hidePopover(),
  };
  return (
    <>
      <button
        type="button"
        className="me"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onKeyDown={keys.onTriggerKeyDown}
      >
        <span className="initials" aria-hidden="true">
          {initialsOf(name)}
        </span>
        <span className="me-name">{name}</span>
        <ChevronDown className="d-only" aria-hidden="true" />
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        className="pop me-menu"
        onKeyDown={keys.onMenuKeyDown}
        onToggle={(event) => {
          setIsOpen(event.newState === 'open');
          if (event.newState === 'open') keys.focusFirst();
        }}
      >
        <div className="hd">
          <b>{name}</b>
          <small>{email}</small>
        </div>
        <div role="menu" aria-label={name}>
          <Link {...item} href="/profile/auth-tokens" prefetch={false}>
            <KeyRound aria-hidden="true" />
            Profile
          </Link>
          <Link {...item} href="/profile/security" prefetch={false}>
            <Shield aria-hidden="true" />
            Security
          </Link>
          <hr />
          <button {...item} type="button" onClick={() => void signOut()}>
            <LogOut aria-hidden="true" />
            Sign out
          </button>
        </div>
      </div>
    </>
  );
}
