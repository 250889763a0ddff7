import { ContextCode } from '@/components/ui/context-code';
import { capitalised, counted } from '@/lib/domain/number-words';
import type { ProjectPreview } from '@/lib/domain/project-view';
import { AffectedPeople, AffectedTokens } from '../affected-lines';
import { FirstLines } from '../first-lines';
import type { CheckedProject } from './project-form';

export interface ProjectChangesProps {
  before: CheckedProject | null;
  project: CheckedProject;
  /** Null: nothing can be in a new project. */
  preview: ProjectPreview | null;
  hasEnvironments: boolean;
}

/** What changes, and who and what lies in the project, as the lines of a `dif` list. */
export function ProjectChanges({ before, project, preview, hasEnvironments }: ProjectChangesProps) {
  return (
    <ul className="dif">
      <li>
        <h3>Name</h3>
        <div>
          {before !== null && <del className="dim">{before.name}</del>} <b>{project.name}</b>
        </div>
      </li>
      <li>
        <h3>Context</h3>
        <span>
          <ContextCode context={`project:${project.key}`} />
          {before === null ? ', empty: roles are given in it on the People page.' : ', as it was'}
        </span>
      </li>
      {preview !== null && <Inside preview={preview} hasEnvironments={hasEnvironments} />}
    </ul>
  );
}

function Inside({ preview, hasEnvironments }: { preview: ProjectPreview; hasEnvironments: boolean }) {
  const { people, tokens, environments } = preview;
  return (
    <>
      <li>
        <h3>People</h3>
        {people.total === 0 ? (
          <span>Nobody holds a role in it.</span>
        ) : (
          <div>
            <p>{capitalised(counted(people.total, 'person', 'people'))} with a role in it keep it</p>
            <AffectedPeople people={people} isPlaceKnown />
          </div>
        )}
      </li>
      <li>
        <h3>Tokens</h3>
        {tokens.total === 0 ? (
          <span>No token is bound to it.</span>
        ) : (
          <div>
            <p>
              {capitalised(counted(tokens.total, 'token'))} bound to it{' '}
              {tokens.total === 1 ? 'does what it does' : 'do what they do'} now
            </p>
            <AffectedTokens tokens={tokens} />
          </div>
        )}
      </li>
      {hasEnvironments && environments.total > 0 && (
        <li>
          <h3>Environments</h3>
          <div>
            <p>{capitalised(counted(environments.total, 'environment'))} stay in it</p>
            <FirstLines
              total={environments.total}
              items={environments.shown}
              noun="environments"
              className="who"
            >
              {(name) => (
                <li key={name}>
                  <code>{name}</code>
                </li>
              )}
            </FirstLines>
          </div>
        </li>
      )}
    </>
  );
}
