import type { BodySide } from '../core/body/pose.ts';
import type { Joint } from '../core/session/correction.ts';
import { m } from '../messages/generated/messages.js';
import { sideWords } from './test-words.ts';

const jointWords: Readonly<Record<Joint, () => string>> = {
  shoulder: m.joint_shoulder,
  hip: m.joint_hip,
  knee: m.joint_knee,
  ankle: m.joint_ankle,
};

/** The name of a joint of one side: "Hip, right". */
export function jointText(joint: Joint, side: BodySide): string {
  return m.joint_of({ joint: jointWords[joint](), side: sideWords[side]() });
}
