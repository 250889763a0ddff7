import { describe, expect, it } from 'vitest';
import { navigationFor, placeOf } from './navigation';

const nobody = {
  hasPlatform: true,
  mayManagePeople: false,
  mayManageRoles: false,
  mayManageProjects: false,
  mayViewTokens: false,
  mayViewAudit: false,
  mayManageCatalog: false,
  mayManageGateways: false,
};

describe('the sidebar', () => {
  it('has no Administration for who holds none of it', () => {
    expect(navigationFor(nobody).map((section) => section.title)).toEqual(['Profile', 'Platform']);
  });

  it('AUD-6 leads everyone to the log of their own', () => {
    expect(navigationFor(nobody)[0]?.links.map((link) => link.href)).toContain('/profile/activity');
  });

  it('offers each administration page to its holder alone', () => {
    const labels = (rights: Partial<typeof nobody>) =>
      navigationFor({ ...nobody, ...rights })
        .find((section) => section.title === 'Administration')
        ?.links.map((link) => link.label);
    expect(labels({ mayManagePeople: true })).toEqual(['People']);
    expect(labels({ mayManageProjects: true, mayManageRoles: true })).toEqual(['Roles', 'Projects']);
    expect(labels({ mayViewTokens: true, mayViewAudit: true })).toEqual(['All tokens', 'Audit log']);
    expect(labels({ mayManageCatalog: true, mayManageGateways: true })).toEqual(['Catalog', 'Gateways']);
  });

  it('leaves out Environments when the sample platform is off', () => {
    const platform = navigationFor({ ...nobody, hasPlatform: false }).find(
      (section) => section.title === 'Platform',
    );
    expect(platform?.links.map((link) => link.label)).toEqual(['API reference']);
  });

  it('finds the page one is on, also below it, and not by a common beginning', () => {
    const sections = navigationFor(nobody);
    expect(placeOf(sections, '/environments/x')?.link.label).toBe('Environments');
    expect(placeOf(sections, '/profile/auth-tokens')?.section).toBe('Profile');
    expect(placeOf(sections, '/environments-old')).toBeNull();
  });
});
