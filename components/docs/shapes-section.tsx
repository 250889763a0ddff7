import type { Reference } from '@/lib/domain/api/reference';
import { CodeSample } from './code-sample';
import { MembersTable } from './members-table';
import { Words } from './words';

/** What several operations take or answer, each with its members and an example. */
export function ShapesSection({ shapes }: { shapes: Reference['shapes'] }) {
  const names = new Set(shapes.map(({ name }) => name));
  return (
    <section id="shapes" className="component" aria-labelledby="shapes-title">
      <header className="guide">
        <h2 id="shapes-title">Shapes</h2>
        <p>What several operations take or answer.</p>
      </header>
      {shapes.map(({ name, about, members, example }) => (
        <section key={name} id={`shape-${name}`} className="doc-op" aria-labelledby={`shape-${name}-title`}>
          <h3 id={`shape-${name}-title`}>{name}</h3>
          {about !== '' && (
            <p className="what">
              <Words text={about} />
            </p>
          )}
          <MembersTable members={members} shapes={names} />
          <CodeSample label={`Example of ${name}`} text={example} />
        </section>
      ))}
    </section>
  );
}
