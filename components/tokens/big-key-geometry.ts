import { serviceOf } from './key-geometry';

/** One tooth of the big key: a cell per operation from the blade down, the granted ones first. */
export interface BigTooth {
  name: string;
  label: string;
  x: number;
  width: number;
  /** Of the granted part, in units of the view box. */
  cutHeight: number;
  /** Where one cell ends and the next begins; empty when cells would be too thin to tell apart. */
  notches: readonly number[];
}

export const bigKey = {
  height: 184,
  bladeStart: 46,
  bladeTop: 18,
  toothHeight: 84,
  labelTop: 110,
  minWidth: 270,
} as const;

const toothGap = 4;
const serviceGap = 5;
const minPitch = 14;
const endMargin = 3.6;
const thinnestCell = 2;

/** The big key of Generate and Confirm: one tooth per component in catalog order, a wider gap between services. */
export function cutBigKey(
  teeth: readonly number[],
  sizes: readonly number[],
  names: readonly string[],
): { width: number; teeth: BigTooth[] } {
  const gaps = names.filter(
    (name, index) => index > 0 && serviceOf(name) !== serviceOf(names[index - 1] ?? name),
  ).length;
  const room = bigKey.minWidth - bigKey.bladeStart - endMargin + toothGap - gaps * serviceGap;
  const pitch = Math.max(minPitch, room / Math.max(1, names.length));
  let x: number = bigKey.bladeStart;
  const cut = names.map((name, index) => {
    const isNewService = index > 0 && serviceOf(name) !== serviceOf(names[index - 1] ?? name);
    if (isNewService) x += serviceGap;
    const tooth = {
      name,
      label: name.slice(name.indexOf('.') + 1),
      x: round(x),
      width: round(pitch - toothGap),
    };
    x += pitch;
    return { ...tooth, ...cells(teeth[index] ?? 0, sizes[index] ?? 0) };
  });
  return { width: Math.max(bigKey.minWidth, Math.ceil(round(x - toothGap + endMargin))), teeth: cut };
}

function cells(granted: number, size: number): Pick<BigTooth, 'cutHeight' | 'notches'> {
  if (size <= 0) return { cutHeight: 0, notches: [] };
  const cell = bigKey.toothHeight / size;
  const cutHeight = round(cell * Math.min(size, Math.max(0, granted)));
  const notches =
    cell < thinnestCell
      ? []
      : Array.from({ length: size - 1 }, (_, index) => round(bigKey.bladeTop + cell * (index + 1)));
  return { cutHeight, notches };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
