'use client';

import {
  BookOpen,
  Clock,
  Folder,
  IdCard,
  KeyRound,
  Layers,
  Library,
  Network,
  ScrollText,
  Server,
  Shield,
  Users,
} from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { placeOf, type LinkIcon, type ShellSection } from './navigation';

const icons: Record<LinkIcon, typeof KeyRound> = {
  key: KeyRound,
  shield: Shield,
  server: Server,
  book: BookOpen,
  users: Users,
  badge: IdCard,
  folder: Folder,
  layers: Layers,
  scroll: ScrollText,
  clock: Clock,
  library: Library,
  network: Network,
};

/** The index tabs. The current page's tab is cut into the page; in the rail a link is its icon, named by its title. */
export function NavLinks({
  sections,
  onFollow,
}: {
  sections: readonly ShellSection[];
  onFollow?: () => void;
}) {
  const current = placeOf(sections, usePathname())?.link.href;
  return sections.map((section) => (
    <div className="nav" key={section.title}>
      <h2>{section.title}</h2>
      <ul>
        {section.links.map((link) => {
          const Icon = icons[link.icon];
          return (
            <li key={link.href}>
              <Link
                href={link.href}
                // A desk is answered in milliseconds; fetching every page ahead would cost it more than it saves.
                prefetch={false}
                title={link.label}
                aria-current={link.href === current ? 'page' : undefined}
                {...(onFollow === undefined ? {} : { onClick: onFollow })}
              >
                <Icon aria-hidden="true" />
                {link.label}
                {link.count !== undefined && (
                  <span className="n" aria-hidden="true">
                    {link.count.toLocaleString('en')}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  ));
}
