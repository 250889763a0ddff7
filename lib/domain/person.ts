import type { Context } from './context';
import type { Rights } from './rights';

/** The record of a person. Never holds the password's hash. */
export interface Person {
  id: string;
  /** The integer id of the Canvus door. */
  number: number;
  email: string;
  name: string;
  createdAt: Date;
  lastSignInAt: Date | null;
  /** A blocked person cannot sign in; sessions and tokens are dead. */
  blockedAt: Date | null;
  /** Null while the person waits for approval; then `blockedAt` is set too. */
  approvedAt: Date | null;
  /** Rises with every change of the person or their roles (If-Match). */
  version: number;
}

/** A person as an API with one kind of administrator knows them. */
export interface User extends Person {
  isAdministrator: boolean;
}

/** A role, by its key, that a person holds in a context. */
export interface RoleHeld {
  role: string;
  context: Context;
}

/** Who is signed in, as pages need it. */
export interface CurrentPerson {
  id: string;
  sessionId: string;
  name: string;
  email: string;
  rights: Rights;
}

/** One line of the People page. Dates are ISO 8601 in UTC. */
export interface PersonRow {
  id: string;
  version: number;
  email: string;
  name: string;
  status: 'active' | 'blocked';
  roles: readonly RoleHeld[];
  createdAt: string;
  lastSignInAt: string | null;
  /** Live tokens in their name. */
  tokenCount: number;
}

/** A role as the People page offers it. */
export interface RoleView {
  key: string;
  name: string;
  summary: string;
  patterns: readonly string[];
}

/** A project as the People page offers it. */
export interface ProjectView {
  key: string;
  name: string;
  context: Context;
}
