import Link from 'next/link';
import { BrandMark } from './brand';
import { Crumbs } from './crumbs';
import { MenuSheet } from './menu-sheet';
import type { ShellSection } from './navigation';
import { ProfileMenu } from './profile-menu';
import { ThemeToggle } from './theme-toggle';

export interface TopBarProps {
  sections: readonly ShellSection[];
  host: string;
  version: string;
  person: { name: string; email: string };
}

/** Where one is, the theme, and who one is. On a phone also the menu and the brand. */
export function TopBar({ sections, host, version, person }: TopBarProps) {
  return (
    <header className="top">
      <MenuSheet sections={sections} host={host} version={version} />
      <Link className="brand m-only" href="/" prefetch={false}>
        <BrandMark ground="var(--paper)" />
        Tokendesk
      </Link>
      <Crumbs sections={sections} />
      <span className="sp" />
      <ThemeToggle />
      <ProfileMenu name={person.name} email={person.email} />
    </header>
  );
}
