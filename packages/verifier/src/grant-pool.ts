/** What a token may do: permissions by context. Never changed. */
export type Grants = ReadonlyMap<string, ReadonlySet<string>>;

interface Pooled {
  grants: Grants;
  bytes: number;
  uses: number;
}

/** Equal grants are one object, so that ten thousand tokens of one kind cost as much as one. Sizes are estimated bytes. */
export class GrantPool {
  private readonly pooled = new Map<string, Pooled>();
  private size = 0;

  get bytes(): number {
    return this.size;
  }

  /** Takes grants out of the pool, or puts them in; answers the name to give them back by. */
  take(given: Readonly<Record<string, readonly string[]>>): { name: string; grants: Grants } {
    const name = JSON.stringify(given);
    const known = this.pooled.get(name) ?? this.put(name, given);
    known.uses += 1;
    return { name, grants: known.grants };
  }

  giveBack(name: string): void {
    const known = this.pooled.get(name);
    if (known === undefined) return;
    known.uses -= 1;
    if (known.uses > 0) return;
    this.pooled.delete(name);
    this.size -= known.bytes;
  }

  private put(name: string, given: Readonly<Record<string, readonly string[]>>): Pooled {
    const contexts = Object.entries(given);
    const grants = new Map(contexts.map(([context, codes]) => [context, new Set(codes)] as const));
    const count = contexts.reduce((sum, [, codes]) => sum + codes.length, 0);
    // The text, the texts in it, and their places in the sets.
    const known = { grants, bytes: 200 + 4 * name.length + 60 * count + 200 * contexts.length, uses: 0 };
    this.pooled.set(name, known);
    this.size += known.bytes;
    return known;
  }
}
