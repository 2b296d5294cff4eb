import type { BodySide, FrameSize, KeypointName } from '../body/pose.ts';
import type { Degrees } from '../geometry/angle.ts';
import type { Vector } from '../geometry/vector.ts';

/** How a picture is lit, as shares of full white: its mean, and by how much body and surroundings differ. */
export interface Light {
  readonly brightness: number;
  readonly contrast: number;
}

/** Where the body's points were at the start, as shares of the frame's width and height, origin top left. */
export type Outline = Readonly<Record<KeypointName, Vector>>;

/**
 * How the camera saw the person when a step began, so that visits can be compared. What could not be told
 * is null.
 */
export interface SetUp {
  /** The camera's own name; null for a video. */
  readonly camera: string | null;
  readonly frame: FrameSize;
  /** The person's side that was near the camera. */
  readonly near: BodySide;
  /** Degrees, 0 is side-on. */
  readonly yaw: Degrees | null;
  /** How far the camera was above the hip, in leg lengths. */
  readonly height: number | null;
  /** From the camera to the hip, in leg lengths. */
  readonly distance: number | null;
  readonly light: Light | null;
  /** Null where it was not read along: lists of sessions come without. */
  readonly outline: Outline | null;
}

/** A set-up with its outline. */
export interface WholeSetUp extends SetUp {
  readonly outline: Outline;
}

/** Whether the person had moved before: warm muscles reach farther. */
export const warmUps = ['none', 'warm'] as const;
export type WarmUp = (typeof warmUps)[number];

/** Clothes that show the body's line, or hang loose over it. */
export const clothings = ['close', 'loose'] as const;
export type Clothing = (typeof clothings)[number];

/** What the person tells of a visit's circumstances; null where they said nothing. */
export interface Conditions {
  readonly warmUp: WarmUp | null;
  readonly clothing: Clothing | null;
}

/** The circumstances of a visit of which the person has told nothing. */
export const untoldConditions: Conditions = { warmUp: null, clothing: null };
