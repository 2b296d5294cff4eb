import { facingOf, sided } from '../body/facing.ts';
import type { Pose } from '../body/pose.ts';
import type { Posture } from '../protocol/protocol.ts';
import type { Light } from '../session/set-up.ts';
import { mean, median } from '../signal/robust.ts';
import type { Luma } from './luma.ts';
import { partsOf, type Part } from './silhouette.ts';

const white = 255;

/** From this value on a picture is blown out: a lamp, or a window in daylight. */
const blownOut = 250;

/**
 * A picture with a lower mean is too dark. Chosen: dev subjects in dim rooms have 0.20 and more; darkened, they are
 * lost at 0.03 to 0.07 (`node tests/accuracy/run.mjs coach-main`), without the noise that a real camera adds.
 */
const leastBrightness = 0.1;

/**
 * Chosen: so much of the picture is blown out, and the body so dark, only where a window or lamp behind the body sets
 * the camera's exposure. In the dev subjects lit otherwise at most 0.02 is blown out, in those lit from behind 0.07
 * and more. A dark body alone says nothing: skin and clothes may be dark.
 */
const mostGlare = 0.06;
const leastBody = 0.25;

/**
 * Chosen: body and surroundings differ by less only where not even an eye could tell them apart; the model still
 * reads dark trousers on a dark mat (0.02 at the legs, 0.25 at the trunk: dev_slr_10).
 */
const leastContrast = 0.025;

/** Chosen: where the leg is not seen well, this little contrast is the likely reason. */
const likelyContrast = 0.08;

/** How a picture and the body in it are lit, as shares of full white. */
export interface Lighting {
  /** Mean of the whole picture. */
  readonly brightness: number;
  /** Share of the picture that is blown out. */
  readonly glare: number;
  /** Mean of the middle one of the body's parts; null where the body is too small, or nobody is there. */
  readonly body: number | null;
  /** By how much trunk and leg differ from what is close beside them; null as `body`. */
  readonly contrast: number | null;
}

/** How a picture is lit, and the body in it where there is one. */
export function lightingOf(luma: Luma, pose: Pose | null, posture: Posture): Lighting {
  const values = [...luma.values];
  const { body, contrast } = pose ? bodyIn(luma, pose, posture) : { body: null, contrast: null };
  return {
    brightness: mean(values) / white,
    glare: values.filter((value) => value >= blownOut).length / values.length,
    body,
    contrast,
  };
}

/** What is wrong with the light, the worst first; null when nothing is. `isUnsure`: the leg is not seen well. */
export function lightProblem(
  { brightness, glare, body, contrast }: Lighting,
  isUnsure: boolean,
): 'too-dark' | 'back-lit' | 'low-contrast' | null {
  if (brightness < leastBrightness) return 'too-dark';
  if (body === null || contrast === null) return null;
  if (glare > mostGlare && body < leastBody) return 'back-lit';
  return contrast < (isUnsure ? likelyContrast : leastContrast) ? 'low-contrast' : null;
}

/** What a session remembers of the light; null where the body's could not be read. */
export function lightOf({ brightness, contrast }: Lighting): Light | null {
  return contrast === null ? null : { brightness, contrast };
}

function bodyIn(luma: Luma, pose: Pose, posture: Posture): Pick<Lighting, 'body' | 'contrast'> {
  const facing = facingOf(pose, posture);
  const { head, trunk, thigh, shank } = partsOf(luma, sided(pose, facing), facing);
  const seen = [trunk, thigh, shank].filter(
    ({ inside, around }) => inside.length > 0 && around.length > 0,
  );
  if (seen.length === 0) return { body: null, contrast: null };
  const parts = [head, ...seen].filter(({ inside }) => inside.length > 0);
  return {
    body: median(parts.map(({ inside }) => mean(inside))) / white,
    contrast: mean(seen.map(difference)) / white,
  };
}

/** How far the surroundings of a part are from its own mean, in the mean: also where they are half dark, half bright. */
function difference({ inside, around }: Part): number {
  const own = mean(inside);
  return mean(around.map((value) => Math.abs(value - own)));
}
