import { counted, capitalised } from '@/lib/domain/number-words';
import type { Operation } from '@/lib/domain/catalog';
import { virtuozzoCodes } from '@/lib/domain/virtuozzo-codes';
import { CodeSample } from './code-sample';
import { CodesTable } from './codes-table';
import { CredentialsGuide } from './credentials-guide';
import { OperationEntry } from './operation-entry';

export interface ReferenceViewProps {
  origin: string;
  isQueryCredentialOn: boolean;
  components: readonly { name: string; operations: readonly Operation[] }[];
}

const refused = JSON.stringify(
  { result: 8202, error: virtuozzoCodes.tokenLacks.error.replace('service.component.Method', 'environment.control.StartEnv'), source: 'hx-core' },
  null,
  2,
);

/** The API reference: how a request carries a token, what answers look like, and every operation that is served. */
export function ReferenceView({ origin, isQueryCredentialOn, components }: ReferenceViewProps) {
  const count = components.reduce((sum, component) => sum + component.operations.length, 0);
  return (
    <div className="docs">
      <nav className="toc" aria-label="On this page">
        <a href="#credentials">How a request carries a token</a>
        <a href="#answers">Answers</a>
        {components.map(({ name, operations }) => (
          <a key={name} href={`#${name}`} className="mono">
            {name} <span className="dim">{operations.length}</span>
          </a>
        ))}
      </nav>
      <div className="docs-body">
        <div className="head">
          <h1>API reference</h1>
          <p className="say">
            {count === 0
              ? 'The sample platform is switched off: this desk serves no operation of its own.'
              : `${capitalised(counted(count, 'operation'))} of the sample platform. Each is a permission that a token can hold.`}
          </p>
        </div>
        <CredentialsGuide origin={origin} isQueryCredentialOn={isQueryCredentialOn} />
        <section id="answers" className="guide" aria-labelledby="answers-title">
          <h2 id="answers-title">Answers</h2>
          <p>
            GET and POST are alike; parameters stand in the address or in a form. Every answer is JSON with the HTTP
            status 200. <code>result</code> is 0 when it is done; otherwise <code>error</code> says what is wrong, and a
            refusal names the permission that is missing.
          </p>
          <CodeSample label="Example of a refusal" text={refused} />
          <CodesTable codes={Object.values(virtuozzoCodes)} />
        </section>
        {components.map(({ name, operations }) => (
          <section key={name} id={name} className="component" aria-labelledby={`${name}-title`}>
            <h2 id={`${name}-title`} className="mono">
              {name}
            </h2>
            {operations.map((operation) => (
              <OperationEntry key={operation.code} operation={operation} origin={origin} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
