import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BodySide } from '../../src/core/body/pose.ts';
import type { Step, TestId } from '../../src/core/protocol/protocol.ts';

/** One picture or clip of a dataset folder, with its JSON as found: unknown until a reader parses it. */
export interface Subject {
  readonly id: string;
  readonly kind: 'still' | 'trial';
  /** The picture's or clip's file. */
  readonly file: string;
  readonly step: Step;
  readonly truth: Truth;
}

/** What the JSON files may hold; only `test` and `test_side` are needed to measure. */
export interface Truth {
  readonly test: string;
  readonly test_side?: 'l' | 'r' | null;
  readonly near_side?: 'l' | 'r';
  readonly body?: { readonly id: string };
  readonly room?: string;
  readonly light?: string;
  readonly camera?: TrueCamera;
  readonly body_axes?: {
    readonly cranial: readonly number[];
    readonly anterior: readonly number[];
    readonly left: readonly number[];
  };
  readonly angles?: TrueAngles;
  readonly joints_3d_m?: Readonly<Record<string, readonly number[]>>;
  readonly joints_3d_by_pose?: Readonly<
    Record<string, Readonly<Record<string, readonly number[]>>>
  >;
  readonly joints_2d_px?: Readonly<Record<string, readonly number[]>>;
  readonly expected?: Expected;
  readonly per_frame?: readonly TrueFrame[];
}

export interface TrueCamera {
  readonly yaw: number;
  readonly right: readonly number[];
  readonly up: readonly number[];
  readonly forward: readonly number[];
  readonly position: readonly number[];
  readonly focal_px: number;
  readonly cx: number;
  readonly cy: number;
}

export interface TrueAngles {
  readonly trunk_inclination: number;
  readonly l: TrueSideAngles;
  readonly r: TrueSideAngles;
}

export interface TrueSideAngles {
  readonly hip_flexion: number;
  readonly knee_flexion: number;
  readonly leg_to_horizontal: number;
}

export interface Expected {
  readonly valid: boolean;
  readonly near: boolean | null;
  readonly reason: string | null;
  readonly hold_frames: readonly [number, number];
  readonly result: Readonly<Record<string, number>>;
}

export interface TrueFrame {
  readonly t: number;
  readonly phase: string;
  readonly pose_key?: string;
  readonly angles?: TrueAngles;
  readonly joints_2d_px?: Readonly<Record<string, readonly number[]>>;
}

const tests: Readonly<Record<string, TestId>> = {
  slr: 'slr',
  bend: 'forward-bend',
  ake: 'ake',
  seat: 'chair-reach',
};

/** All pictures (jpg, png, webp) and clips (webm, mp4, mov) with a JSON beside them, in the folder and one level below. */
export function readDataset(folder: string): readonly Subject[] {
  const below = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
  return [folder, ...below].flatMap(readFolder).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function readFolder(folder: string): readonly Subject[] {
  return readdirSync(folder).flatMap((name) => {
    const match = /^(.*)\.(?:(jpe?g|png|webp)|webm|mp4|mov)$/i.exec(name);
    const json = match && join(folder, `${match[1] as string}.json`);
    if (!match || !json || !existsSync(json)) return [];
    const truth = JSON.parse(readFileSync(json, 'utf8')) as Truth;
    const test = tests[truth.test];
    // Clips of other doings (walking out) have no number to be scored.
    if (!test) return [];
    const kind = match[2] ? 'still' : 'trial';
    const step = { test, side: test === 'forward-bend' ? null : sideOf(truth.test_side) };
    return [{ id: match[1] as string, kind, file: join(folder, name), step, truth }] as const;
  });
}

function sideOf(side: 'l' | 'r' | null | undefined): BodySide | null {
  if (side === 'l') return 'left';
  return side === 'r' ? 'right' : null;
}

/** The rendered subjects given to the project, or the repository's own small set where they are missing. */
export function defaultDataset(): string {
  const given = resolve(import.meta.dirname, '../../../shared/subjects');
  return existsSync(given) ? given : resolve(import.meta.dirname, '../fixtures');
}

/** SHA-256 over the names and truths of a dataset: which data a calibration was fitted on. */
export function checksum(subjects: readonly Subject[]): string {
  const hash = createHash('sha256');
  for (const { id, truth } of subjects) hash.update(id).update(JSON.stringify(truth));
  return hash.digest('hex');
}
