import type { VirtuozzoCode } from '@/lib/domain/virtuozzo-codes';

/** What each code of an answer means. */
export function CodesTable({ codes }: { codes: readonly VirtuozzoCode[] }) {
  return (
    <div className="codes" tabIndex={0} role="region" aria-label="Codes of answers">
      <table>
        <thead>
          <tr>
            <th scope="col">result</th>
            <th scope="col">error</th>
            <th scope="col">What it means</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">0</th>
            <td className="dim">none</td>
            <td>It is done.</td>
          </tr>
          {codes.map(({ code, error, meaning }) => (
            <tr key={code}>
              <th scope="row">{code}</th>
              <td>
                <code>{error}</code>
              </td>
              <td>{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
