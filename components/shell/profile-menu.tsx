'use client';

import { ChevronDown, KeyRound, LogOut, Shield } from 'lucide-react';
import { signOutAction } from '@/lib/actions/account';
import { Menu, MenuItem, MenuLink, MenuRule } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { initialsOf } from './initials';

/** The name at the top right: Profile, Security, Sign out. */
export function ProfileMenu({ name, email }: { name: string; email: string }) {
  async function signOut() {
    const result = await signOutAction();
    // A full load: nothing of this person stays in the page's memory.
    if (result.isOk) window.location.assign('/sign-in');
    else toast.error('You are still signed in.', { description: result.error.message });
  }
  return (
    <Menu
      trigger={
        <button type="button" className="me">
          <span className="initials" aria-hidden="true">
            {initialsOf(name)}
          </span>
          <span className="me-name">{name}</span>
          <ChevronDown className="d-only" aria-hidden="true" />
        </button>
      }
      header={
        <div className="hd">
          <b>{name}</b>
          <small>{email}</small>
        </div>
      }
    >
      <MenuLink href="/profile/auth-tokens" icon={<KeyRound aria-hidden="true" />}>
        Profile
      </MenuLink>
      <MenuLink href="/profile/security" icon={<Shield aria-hidden="true" />}>
        Security
      </MenuLink>
      <MenuRule />
      <MenuItem icon={<LogOut aria-hidden="true" />} onSelect={() => void signOut()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
