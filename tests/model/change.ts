import { DeskError } from '@/lib/domain/errors';
import type { Model } from './reference-model';
import type { World } from './world';

/** A change of the desk, made the same to the model. */
export interface Change {
  name: string;
  /** False: it means nothing in this state and is left out. */
  isPossible: (model: Model) => boolean;
  run: (model: Model, world: World) => Promise<void>;
}

/** Runs a verb; false when the desk refuses it, as it may: then nothing has changed. */
export async function done<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof DeskError) return null;
    throw error;
  }
}
