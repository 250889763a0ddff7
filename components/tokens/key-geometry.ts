/** The catalog as a key sees it: names (`environment.control`) and sizes of its components, in catalog order. */
export interface KeyComponents {
  names: readonly string[];
  sizes: readonly number[];
}

/** How much of each component a key opens. All counts stand in catalog order; missing ones are 0. */
export interface KeyCut {
  /** Granted operations, whether still held or withdrawn. */
  teeth: readonly number[];
  /** Of those: no longer held (or, in a diff, taken away). Drawn as a rust outline. */
  withdrawnTeeth?: readonly number[];
  /** Of those: newly added. Drawn in green at the tip. */
  addedTeeth?: readonly number[];
}

/** One tooth, in units of the key's view box; `top` is the blade's edge. A height of 0 is not drawn. */
export interface Tooth {
  x: number;
  width: number;
  depth: number;
  added: { top: number; height: number };
  withdrawn: { top: number; height: number };
}

export const glyph = { width: 70, height: 19, bladeStart: 15, bladeTop: 5.5, maxDepth: 12 } as const;

const maxTeeth = 8;
const gap = 1;
const outlineGap = 1.5;
const minOutline = 2.5;

/** A tooth's depth: its share of the component, but never less than what can be seen. */
export function toothDepth(granted: number, size: number, maxDepth: number = glyph.maxDepth): number {
  if (granted <= 0 || size <= 0) return 0;
  return maxDepth * (0.28 + 0.72 * Math.min(1, granted / size));
}

/** The teeth of the small key: one per component, or one per service when there are more than eight components. */
export function cutKey(cut: KeyCut, components: KeyComponents): Tooth[] {
  const groups = toothGroups(components.names);
  const pitch = (glyph.width - glyph.bladeStart) / Math.max(1, groups.length);
  const width = round(pitch > 4 * gap ? pitch - gap : pitch * 0.75);
  return groups.map((group, index) => {
    const sum = (counts: readonly number[] | undefined) => total(group.map((each) => counts?.[each] ?? 0));
    const size = sum(components.sizes);
    const granted = sum(cut.teeth);
    const held = Math.max(0, granted - sum(cut.withdrawnTeeth));
    const depth = toothDepth(held, size);
    const before = toothDepth(held - sum(cut.addedTeeth), size);
    return {
      x: round(glyph.bladeStart + index * pitch),
      width,
      depth: round(depth),
      added: { top: round(glyph.bladeTop + before), height: round(held > 0 ? depth - before : 0) },
      withdrawn: outline(depth, toothDepth(granted, size), granted > held),
    };
  });
}

/** Which components share a tooth, as indices in catalog order. */
export function toothGroups(names: readonly string[]): number[][] {
  if (names.length <= maxTeeth) return names.map((_, index) => [index]);
  const services = new Map<string, number[]>();
  names.forEach((name, index) => {
    const service = serviceOf(name);
    services.set(service, [...(services.get(service) ?? []), index]);
  });
  return [...services.values()];
}

/** `environment` of `environment.control`. */
export function serviceOf(component: string): string {
  return component.split('.', 1)[0] ?? component;
}

function outline(heldDepth: number, grantedDepth: number, isDrawn: boolean): Tooth['withdrawn'] {
  const top = round(glyph.bladeTop + heldDepth + outlineGap);
  return { top, height: isDrawn ? round(Math.max(minOutline, grantedDepth - heldDepth - outlineGap)) : 0 };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
