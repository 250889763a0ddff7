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
  private byToken = new Map<string, Map<string, number>>();
  private entries = 0;

  constructor(private readonly maxEntries: number) {}

  get size(): number {
    return this.entries;
  }

  add(tokenId: string, permission: string, context: string, by = 1): void {
    const known = this.byToken.get(tokenId);
    const key = `${permission} ${context}`;
    const count = known?.get(key);
    if (count === undefined) {
      if (this.entries >= this.maxEntries) return;
      this.entries += 1;
    }
    const counts = known ?? new Map<string, number>();
    counts.set(key, (count ?? 0) + by);
    if (known === undefined) this.byToken.set(tokenId, counts);
  }

  /** Takes all that was counted; counting begins anew. */
  take(): GrantCount[] {
    const taken = [...this.byToken].flatMap(([tokenId, counts]) =>
      [...counts].map(([key, count]) => {
        const at = key.indexOf(' ');
        return { tokenId, permission: key.slice(0, at), context: key.slice(at + 1), count };
      }),
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
