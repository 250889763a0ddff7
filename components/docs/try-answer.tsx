import { CodeSample } from './code-sample';
import type { TryResult } from './send-try';

/** What a try was answered: status, body, headers. */
export function TryAnswer({ result }: { result: TryResult }) {
  if (!result.isAnswered) return <p className="try-none">{result.reason}</p>;
  const { status, headers, body, milliseconds } = result;
  return (
    <div className="try-answer">
      <p>
        <strong className={status < 400 ? 'went-well' : 'went-ill'}>{status}</strong>{' '}
        <span className="dim">in {milliseconds} ms</span>
      </p>
      {body === '' ? <p className="dim">No body.</p> : <CodeSample label="Body of the answer" text={body} />}
      <details>
        <summary>{headers.length} headers</summary>
        <CodeSample
          label="Headers of the answer"
          text={headers.map(([name, value]) => `${name}: ${value}`).join('\n')}
        />
      </details>
    </div>
  );
}
