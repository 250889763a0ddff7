import { capitalised, counted } from '@/lib/domain/number-words';
import type { Reference } from '@/lib/domain/api/reference';
import { ApiSection } from './api-section';
import { CredentialsGuide } from './credentials-guide';
import { LandOnHash } from './land-on-hash';
import { ReferenceIndex } from './reference-index';
import { ShapesSection } from './shapes-section';

export interface ReferenceViewProps {
  origin: string;
  isQueryCredentialOn: boolean;
  reference: Reference;
  /** Permissions that no operation needs: they open pages of the dashboard. */
  pagePermissions: readonly { code: string; summary: string }[];
}

/** The API reference: how a request carries a token, every operation of every API, and the shapes that they share. */
export function ReferenceView({ origin, isQueryCredentialOn, reference, pagePermissions }: ReferenceViewProps) {
  const { apis, shapes } = reference;
  const count = apis.reduce((sum, { operations }) => sum + operations.length, 0);
  const shapeNames = new Set(shapes.map(({ name }) => name));
  return (
    <div className="docs">
      <ReferenceIndex
        groups={apis.map(({ name, title, operations }) => ({
          id: `api-${name}`,
          title,
          entries: operations.map(({ id, summary, call }) => ({ id, summary, path: call.path })),
        }))}
      />
      <div className="docs-body">
        <div className="head">
          <h1>API reference</h1>
          <p className="say">
            {capitalised(counted(count, 'operation'))} in {counted(apis.length, 'API')}. The same for machines: <a href="/openapi.json">openapi.json</a>.
          </p>
        </div>
        <CredentialsGuide origin={origin} isQueryCredentialOn={isQueryCredentialOn} />
        {apis.map((api) => (
          <ApiSection key={api.name} api={api} origin={origin} shapes={shapeNames} />
        ))}
        {pagePermissions.length > 0 && (
          <section id="page-permissions" className="component" aria-labelledby="page-permissions-title">
            <header className="guide">
              <h2 id="page-permissions-title">Permissions of the dashboard</h2>
              <p>
                No operation asks for one of them alone: they open pages, and the tokens of others to an administrator.
              </p>
            </header>
            {pagePermissions.map(({ code, summary }) => (
              <section key={code} id={code} className="doc-op" aria-labelledby={`${code}-title`}>
                <h3 id={`${code}-title`}>{code}</h3>
                <p className="what">{summary}.</p>
              </section>
            ))}
          </section>
        )}
        <ShapesSection shapes={shapes} />
      </div>
      <LandOnHash />
    </div>
  );
}
