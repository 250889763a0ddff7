'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { placeOf, type ShellSection } from './navigation';

/** Section / page. The section leads to its first page. */
export function Crumbs({ sections }: { sections: readonly ShellSection[] }) {
  const place = placeOf(sections, usePathname());
  if (place === null) return null;
  const first = sections.find((section) => section.title === place.section)?.links[0];
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <Link prefetch={false} href={first?.href ?? place.link.href}>
        {place.section}
      </Link>
      <span aria-hidden="true">/</span>
      <b aria-current="page">{place.link.label}</b>
    </nav>
  );
}
