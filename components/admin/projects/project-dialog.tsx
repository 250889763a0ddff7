'use client';

import { ConfirmStep } from '@/components/security/confirm-dialog';
import { Dialog } from '@/components/ui/dialog';
import { createProjectAction, editProjectAction, previewProjectAction } from '@/lib/actions/projects';
import type { ProjectPreview, ProjectRow } from '@/lib/domain/project-view';
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
  const { reviewed, ...step } = useReview<CheckedProject, ProjectPreview>({
    start: before ?? { name: '', key: '' },
    findPreview: project === null ? null : ({ key }) => previewProjectAction({ key }),
    send: (fields, password) =>
      project === null
        ? createProjectAction({ ...fields, proof: { password } })
        : editProjectAction({ ...fields, version: project.version, proof: { password } }),
    onDone,
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open && !step.isBusy) onClose();
      }}
      title={
        reviewed !== null ? 'Confirm with your password' : project === null ? 'New project' : 'Edit project'
      }
      sub={
        project === null
          ? 'A place where roles and tokens can hold.'
          : reviewed === null
            ? `${project.name} by another name.`
            : `${project.name} changes its name, and nothing else.`
      }
      size="confirm"
    >
      {reviewed === null ? (
        <ProjectForm
          start={step.fields}
          before={before}
          issues={step.issues}
          refusal={step.refusal}
          isBusy={step.isBusy}
          onClose={onClose}
          onNext={(checked) => void step.review(checked)}
        />
      ) : (
        <ConfirmStep
          username={username}
          backLabel="Back"
          onBack={step.back}
          onSendingChange={step.setIsBusy}
          onSend={(password) => step.confirm(reviewed.fields, password)}
        >
          <ProjectChanges
            before={before}
            project={reviewed.fields}
            preview={reviewed.preview}
            hasEnvironments={hasEnvironments}
          />
        </ConfirmStep>
      )}
    </Dialog>
  );
}
