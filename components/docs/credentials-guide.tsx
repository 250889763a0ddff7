import { CodeSample } from './code-sample';

export interface CredentialsGuideProps {
  origin: string;
  isQueryCredentialOn: boolean;
}

/** How a request carries a token: the three ways, and what the third costs. */
export function CredentialsGuide({ origin, isQueryCredentialOn }: CredentialsGuideProps) {
  const address = `${origin}/1.0/environment/control/rest/getenvinfo`;
  return (
    <section id="credentials" className="guide" aria-labelledby="credentials-title">
      <h2 id="credentials-title">How a request carries a token</h2>
      <p>
        A request carries one token, in one place. Two tokens, or one twice, are refused. The header keeps it out of
        histories and logs, so prefer it.
      </p>
      <CodeSample
        label="Token in the Authorization header"
        text={`curl --header "Authorization: Bearer $TOKEN" \\\n  '${address}?envName=my-project'`}
      />
      <p>
        Clients that send <code>Private-Token</code> work as well.
      </p>
      <CodeSample
        label="Token in the Private-Token header"
        text={`curl --header "Private-Token: $TOKEN" \\\n  '${address}?envName=my-project'`}
      />
      <p>
        The third way is for the Virtuozzo API alone: the parameter <code>session</code>, in the body or in the address.{' '}
        {isQueryCredentialOn
          ? 'In the address it stays behind wherever addresses are kept: in browser histories, in the logs of proxies, in what people paste. Each token says whether it may be used in URLs.'
          : 'In the address this desk does not take it; in the body it does.'}
      </p>
      <CodeSample
        label={isQueryCredentialOn ? 'Token in the address' : 'Token in the body'}
        text={
          isQueryCredentialOn
            ? `curl "${address}?envName=my-project&session=$TOKEN"`
            : `curl --data-urlencode "session=$TOKEN" --data-urlencode 'envName=my-project' \\\n  '${address}'`
        }
      />
    </section>
  );
}
