/** How often a token used one of its permissions in one context since this was last written. */
export interface GrantCount {
  tokenId: string;
  permission: string;
  context: string;
  count: number;
}

/**
 * Uses of grants, counted in memory: an addition each, so that it may stand on the hot path. Bounded: when it is full, what
 * has no number yet is not counted.
 */
export class GrantCounts {
  /** Token → permission → context → number: no key has to be put together. */
  private byToken = new Map<string, Map<string, Map<string, number>>>();
  private entries = 0;

  constructor(private readonly maxEntries: number) {}

  get size(): number {
    return this.entries;
  }

  add(tokenId: string, permission: string, context: string, by = 1): void {
    const known = this.byToken.get(tokenId)?.get(permission);
    const count = known?.get(context);
    if (known !== undefined && count !== undefined) {
      known.set(context, count + by);
      return;
    }
    if (this.entries >= this.maxEntries) return;
    this.entries += 1;
    const byPermission = this.byToken.get(tokenId) ?? new Map<string, Map<string, number>>();
    const byContext = known ?? new Map<string, number>();
    this.byToken.set(tokenId, byPermission.set(permission, byContext.set(context, by)));
  }

  /** Takes all that was counted; counting begins anew. */
  take(): GrantCount[] {
    const taken = [...this.byToken].flatMap(([tokenId, counts]) =>
      [...counts].flatMap(([permission, byContext]) =>
        [...byContext].map(([context, count]) => ({ tokenId, permission, context, count })),
      ),
    );
    this.byToken = new Map();
    this.entries = 0;
    return taken;
  }

  /** Gives back what could not be written. */
  giveBack(counts: readonly GrantCount[]): void {
    for (const { tokenId, permission, context, count } of counts)
      this.add(tokenId, permission, context, count);
  }
}
