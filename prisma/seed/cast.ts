import type { Call } from '@/lib/domain/call';
import { verifyToken } from '@/lib/services/tokens/verify-token';
import { tokenActor } from '@/lib/auth/token-actor';
import type { SeedPerson } from './people';

/** Who has come on stage so far: people and tokens by the keys of the data, and the calls they make. */
export class Cast {
  private readonly people = new Map<string, { id: string; person: SeedPerson }>();
  private readonly tokens = new Map<string, { id: string; ownerId: string; secret: string }>();
  private calls = 0;

  constructor(readonly now: Date) {}

  minutesAgo(minutes: number): Date {
    return new Date(this.now.getTime() - minutes * 60_000);
  }

  daysAgo(days: number): Date {
    return this.minutesAgo(days * 1_440);
  }

  addPerson(id: string, person: SeedPerson): void {
    this.people.set(person.key, { id, person });
  }

  addToken(key: string, token: { id: string; ownerId: string; secret: string }): void {
    this.tokens.set(key, token);
  }

  person(key: string): { id: string; person: SeedPerson } {
    const found = this.people.get(key);
    if (found === undefined) throw new Error(`The sample data names ${key}, who is nobody.`);
    return found;
  }

  findToken(key: string): { id: string; ownerId: string } | undefined {
    return this.tokens.get(key);
  }

  systemCall(at: Date): Call {
    return {
      ...this.facts(at),
      actor: { kind: 'system', name: 'the system' },
      address: '',
      userAgent: '',
      via: 'system',
    };
  }

  personCall(key: string, at: Date): Call {
    const { id: personId, person } = this.person(key);
    return {
      ...this.facts(at),
      actor: { kind: 'person', personId, sessionId: `demo-${key}`, name: person.name },
    };
  }

  /** The call of a person, or of a token where the key is a token's. */
  async callOf(key: string, at: Date): Promise<Call> {
    const token = this.tokens.get(key);
    if (token === undefined) return this.personCall(key, at);
    const verification = await verifyToken(token.secret, at);
    if (verification.outcome !== 'valid')
      throw new Error(`The sample token ${key} is ${verification.outcome}.`);
    const facts = {
      ...this.facts(at),
      address: '10.20.4.31',
      userAgent: 'curl/8.9.1',
      via: 'header',
    } as const;
    return { ...facts, actor: tokenActor(verification.token) };
  }

  private facts(now: Date): Omit<Call, 'actor'> {
    this.calls += 1;
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0';
    return { now, requestId: `demo-${this.calls}`, address: '10.20.1.55', userAgent, via: 'dashboard' };
  }
}
