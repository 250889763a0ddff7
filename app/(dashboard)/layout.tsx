import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { navigationFor } from '@/components/shell/navigation';
import { Shell } from '@/components/shell/shell';
import { requirePerson } from '@/lib/auth/current-person';
import { deskPermissions } from '@/lib/domain/desk-permissions';
import { holds } from '@/lib/domain/rights';
import { readDeskFacts } from '@/lib/services/desk/read-desk-facts';

// The frame asks who is there, and so does every page in it: a layout is not run again when one moves between pages.
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson((await headers()).get('x-page-path') ?? undefined);
  const facts = readDeskFacts();
  const sections = navigationFor({
    hasPlatform: facts.hasSamplePlatform,
    mayManagePeople: holds(person.rights, deskPermissions.managePeople, 'global'),
    mayManageRoles: holds(person.rights, deskPermissions.manageRoles, 'global'),
    mayManageProjects: holds(person.rights, deskPermissions.manageProjects, 'global'),
    mayViewTokens: holds(person.rights, deskPermissions.viewTokens, 'global'),
    mayViewAudit: holds(person.rights, deskPermissions.viewAudit, 'global'),
    mayManageCatalog: holds(person.rights, deskPermissions.manageCatalog, 'global'),
    mayManageGateways: holds(person.rights, deskPermissions.manageGateways, 'global'),
  });
  return (
    <Shell
      sections={sections}
      host={facts.host}
      version={facts.version}
      person={{ name: person.name, email: person.email }}
    >
      {children}
    </Shell>
  );
}
