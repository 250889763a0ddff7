import type { Metadata } from 'next';
import { ProjectsView } from '@/components/admin/projects/projects-view';
import { requireAdministration } from '@/lib/auth/require-administration';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';
import { listProjectRows } from '@/lib/services/projects/list-project-rows';

export const metadata: Metadata = { title: 'Projects' };

export default async function ProjectsPage() {
  const { call, person } = await requireAdministration('/admin/projects', deskPermissions.manageProjects);
  const projects = await listProjectRows(call);
  return (
    <ProjectsView
      projects={projects}
      hasEnvironments={readDeskFacts().hasSamplePlatform}
      username={person.email}
    />
  );
}
