import type { ProjectView } from './person';
import type { AffectedPerson, AffectedToken, Counted } from './role-view';

/** One line of the Projects page. */
export interface ProjectRow extends ProjectView {
  version: number;
  /** People who hold a role in this very project. */
  peopleCount: number;
  /** Live tokens with permissions in this very project. */
  tokenCount: number;
  environmentCount: number;
}

/** Who and what lies in a project at this moment: what a change of it would reach. */
export interface ProjectPreview {
  version: number;
  people: Counted<AffectedPerson>;
  tokens: Counted<AffectedToken>;
  environments: Counted<string>;
}
