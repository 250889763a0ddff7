import { ContextCode } from '@/components/ui/context-code';
import type { RoleHeld, RoleView } from '@/lib/domain/person';
import { roleName, sortRoles } from './role-words';

const most = 2;

/** The roles of a person in two lines, `global` first; how many more there are, with all of them in the title. */
export function PersonRoles({ held, roles }: { held: readonly RoleHeld[]; roles: readonly RoleView[] }) {
  if (held.length === 0) return <span className="dim">No role</span>;
  const sorted = sortRoles(held, roles);
  const title = sorted.map(({ role, context }) => `${roleName(roles, role)} in ${context}`).join(', ');
  const shown = sorted.slice(0, most);
  const rest = sorted.length - shown.length;
  return (
    <span className="roles" title={title}>
      {shown.map(({ role, context }, index) => (
        <span key={`${role} ${context}`}>
          {roleName(roles, role)} <ContextCode context={context} />
          {rest > 0 && index === most - 1 && <span className="dim"> and {rest} more</span>}
        </span>
      ))}
    </span>
  );
}
