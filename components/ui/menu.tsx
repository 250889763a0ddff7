'use client';

import { Menu as Base } from '@base-ui/react/menu';
import Link from 'next/link';
import type { ReactElement, ReactNode } from 'react';

export interface MenuProps {
  /** The button that opens it; it must pass its props and ref on. */
  trigger: ReactElement<Record<string, unknown>>;
  header?: ReactNode;
  children: ReactNode;
}

/** A list of things to do under a button. Children are MenuItem, MenuLink and MenuRule. */
export function Menu({ trigger, header, children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal role="region" aria-label="Menu">
        <Base.Positioner className="pop-at" sideOffset={6} align="end" collisionPadding={8}>
          <Base.Popup className="pop">
            {header}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function MenuItem({
  icon,
  onSelect,
  children,
}: {
  icon?: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}) {
  return (
    <Base.Item className="it" onClick={onSelect}>
      {icon}
      {children}
    </Base.Item>
  );
}

export function MenuLink({ icon, href, children }: { icon?: ReactNode; href: string; children: ReactNode }) {
  return (
    <Base.LinkItem className="it" closeOnClick render={<Link href={href} />}>
      {icon}
      {children}
    </Base.LinkItem>
  );
}

export function MenuRule() {
  return <Base.Separator render={<hr />} />;
}
