'use client';

import { Button } from '@/components/ui/button';
import { ContextCode } from '@/components/ui/context-code';
import type { ProjectRow } from '@/lib/domain/project-view';

export interface ProjectsLedgerProps {
  projects: readonly ProjectRow[];
  /** The sample platform, whose environments lie in projects, can be switched off. */
  hasEnvironments: boolean;
  /** Keys of the lines that were changed a moment ago. */
  fresh: ReadonlySet<string>;
  onEdit: (project: ProjectRow) => void;
}

/** The ruled table of projects. Cells carry their head for the phone, where they stand as lines. */
export function ProjectsLedger({ projects, hasEnvironments, fresh, onEdit }: ProjectsLedgerProps) {
  return (
    <table className="ledger stack projectlist" role="table" aria-label="Projects">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">Project</th>
          <th role="columnheader" className="c-context">
            Context
          </th>
          <th role="columnheader" className="num c-people">
            People
          </th>
          <th role="columnheader" className="num c-tokens">
            Live tokens
          </th>
          {hasEnvironments && (
            <th role="columnheader" className="num c-environments">
              Environments
            </th>
          )}
          <th role="columnheader" className="c-act">
            <span className="vh">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {projects.map((project) => (
          <tr role="row" key={project.key} className={fresh.has(project.key) ? 'flash' : undefined}>
            <td role="rowheader" className="desc">
              <span className="t1" title={project.name}>
                {project.name}
              </span>
            </td>
            <td role="cell" className="c-context">
              <ContextCode context={project.context} />
            </td>
            <td role="cell" className="num c-people" data-head="People">
              {project.peopleCount.toLocaleString('en')}
            </td>
            <td role="cell" className="num c-tokens" data-head="Live tokens">
              {project.tokenCount.toLocaleString('en')}
            </td>
            {hasEnvironments && (
              <td role="cell" className="num c-environments" data-head="Environments">
                {project.environmentCount.toLocaleString('en')}
              </td>
            )}
            <td role="cell" className="c-act">
              <Button
                size="small"
                aria-label={`Edit name of ${project.name}`}
                onClick={() => onEdit(project)}
              >
                Edit name
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
