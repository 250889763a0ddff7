'use server';

import type { ActionResult } from '@/lib/domain/action-result';
import type { ProjectView } from '@/lib/domain/person';
import type { CreateProjectInput, EditProjectInput, PreviewProjectInput } from '@/lib/domain/project-input';
import type { ProjectPreview } from '@/lib/domain/project-view';
import { createProject } from '@/lib/services/projects/create-project';
import { editProject } from '@/lib/services/projects/edit-project';
import { previewProject } from '@/lib/services/projects/preview-project';
import { runAction } from './run-action';

export async function createProjectAction(input: CreateProjectInput): Promise<ActionResult<ProjectView>> {
  return runAction((call) => createProject(call, input));
}

export async function editProjectAction(input: EditProjectInput): Promise<ActionResult<ProjectView>> {
  return runAction((call) => editProject(call, input));
}

export async function previewProjectAction(
  input: PreviewProjectInput,
): Promise<ActionResult<ProjectPreview>> {
  return runAction((call) => previewProject(call, input));
}
