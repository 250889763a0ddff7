import Link from 'next/link';
import { BrandMark } from './brand';
import { NavLinks } from './nav-links';
import type { ShellSection } from './navigation';

/** The desk on the left: 204 px, a rail of 52 under 1300, gone under 640 where the Menu sheet takes its place. */
export function Sidebar(props: { sections: readonly ShellSection[]; host: string; version: string }) {
  return (
    <nav className="side" aria-label="Main">
      <Link className="brand" href="/" prefetch={false} title="Tokendesk">
        <BrandMark />
        Tokendesk
      </Link>
      <NavLinks sections={props.sections} />
      <p className="foot">
        {props.host}
        <br />
        Tokendesk {props.version}
      </p>
    </nav>
  );
}
