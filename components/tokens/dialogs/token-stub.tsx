import type { TokenRow } from '@/lib/domain/token-view';

/** The desk's part of a token: what it is called, and how its secret begins and ends. */
export function TokenStub({ token }: { token: Pick<TokenRow, 'description' | 'hint'> }) {
  return (
    <div className="stub">
      <div>
        <span className="t1">{token.description}</span>
        <span className="t2 mono">{token.hint}</span>
      </div>
    </div>
  );
}
