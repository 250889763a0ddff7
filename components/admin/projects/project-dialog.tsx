'use client';

import { createProjectAction, editProjectAction, previewProjectAction } from '@/lib/actions/projects';
import type { ProjectPreview, ProjectRow } from '@/lib/domain/project-view';
import { ReviewDialog } from '../review-dialog';
import { useReview } from '../use-review';
import { ProjectChanges } from './project-changes';
import { ProjectForm, type CheckedProject } from './project-form';

export interface ProjectDialogProps {
  /** Null: a new one. */
  project: ProjectRow | null;
  hasEnvironments: boolean;
  username: string;
  onClose: () => void;
  onDone: (project: CheckedProject) => void;
}

/** Creates a project or names it anew: first the name, then who and what lies in it, with the password. */
export function ProjectDialog({ project, hasEnvironments, username, onClose, onDone }: ProjectDialogProps) {
  const before = project === null ? null : { name: project.name, key: project.key };
  const review = useReview<CheckedProject, ProjectPreview>({
    start: before ?? { name: '', key: '' },
    findPreview: project === null ? null : ({ key }) => previewProjectAction({ key }),
    send: (fields, password) =>
      project === null
        ? createProjectAction({ ...fields, proof: { password } })
        : editProjectAction({ ...fields, version: project.version, proof: { password } }),
    onDone,
  });
  return (
    <ReviewDialog
      review={review}
      title={project === null ? 'New project' : 'Edit project'}
      sub={project === null ? subOfNew : subOf(project.name)}
      size={{ form: 'confirm', confirm: 'confirm' }}
      username={username}
      onClose={onClose}
      form={
        <ProjectForm
          start={review.fields}
          before={before}
          issues={review.issues}
          refusal={review.refusal}
          isBusy={review.isBusy}
          onClose={onClose}
          onNext={(checked) => void review.review(checked)}
        />
      }
      changes={({ fields, preview }) => (
        <ProjectChanges
          before={before}
          project={fields}
          preview={preview}
          hasEnvironments={hasEnvironments}
        />
      )}
    />
  );
}

const subOfNew = { form: 'A place where roles and tokens can hold.', confirm: 'One project is created.' };

function subOf(name: string): typeof subOfNew {
  return { form: `${name} by another name.`, confirm: `${name} changes its name, and nothing else.` };
}
