'use client';

import { Button } from '@/components/ui/button';
import { ContextCode } from '@/components/ui/context-code';
import type { ProjectRow } from '@/lib/domain/project-view';
import { LedgerTable, type LedgerColumn } from '../ledger-table';

const columns: readonly LedgerColumn[] = [
  { head: 'Project' },
  { head: 'Context', className: 'c-context' },
  { head: 'People', className: 'num c-people' },
  { head: 'Live tokens', className: 'num c-tokens' },
];

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
    <LedgerTable
      name="Projects"
      className="projectlist"
      columns={
        hasEnvironments ? [...columns, { head: 'Environments', className: 'num c-environments' }] : columns
      }
    >
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
            <Button size="small" aria-label={`Edit name of ${project.name}`} onClick={() => onEdit(project)}>
              Edit name
            </Button>
          </td>
        </tr>
      ))}
    </LedgerTable>
  );
}
