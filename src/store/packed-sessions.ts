import type { Quantity } from '../core/protocol/protocol.ts';
import type { Degrees } from '../core/geometry/angle.ts';
import type { CameraFit, Estimate, Mark, TracePoint, Trial } from '../core/session/trial.ts';
import type { Result, Session } from '../core/session/session.ts';
import { untoldConditions, type Conditions, type SetUp } from '../core/session/set-up.ts';
import { Packer, Unpacker, type Packed } from './packing.ts';

/*
 * Sessions as a list holds them, packed. The set-ups and trials of their results lie apart, and are unpacked one result at a
 * time when they are looked at: they are most of a session. A chart needs no trials, and each set-up for a moment only; what
 * is made of ten thousand sessions and kept costs more time for the collection of garbage than for the making. What is packed
 * here has to be unpacked as it was; who changes either raises `format` in summary-row.ts.
 */
export interface PackedSessions {
  readonly sessions: Packed;
  /** Of each result its set-up, then its trials. */
  readonly details: Packed;
}

/** Packs sessions, without the curves of their trials and the outlines of their set-ups. */
export function packSessions(sessions: readonly Session[]): PackedSessions {
  const [packer, details] = [new Packer(), new Packer()];
  packer.list(sessions, (session) => {
    packSession(session, packer, details);
  });
  return { sessions: packer.packed(), details: details.packed() };
}

/** What `packSessions` was given, as `listed` gives it. */
export function unpackSessions({ sessions, details }: PackedSessions): readonly Session[] {
  const unpacker = new Unpacker(sessions);
  const inOrder = new DetailsInOrder(details);
  return unpacker.list(() => unpackSession(unpacker, inOrder));
}

/** Goes along the details of results, one after the other. */
class DetailsInOrder {
  /** One for all results: who takes something out goes to its place first. */
  readonly unpacker: Unpacker;
  #number = 0;
  #code = 0;

  constructor(packed: Packed) {
    this.unpacker = new Unpacker(packed);
  }

  /** Where the next numbers and the next codes begin. */
  get number(): number {
    return this.#number;
  }

  get code(): number {
    return this.#code;
  }

  /** Goes past those of a result, which are so many. */
  pass(numbers: number, codes: number): void {
    this.#number += numbers;
    this.#code += codes;
  }
}

function packSession(session: Session, packer: Packer, details: Packer): void {
  packer.word(session.id);
  packer.number(session.startedAt);
  packer.word(session.timeZone);
  packer.word(session.origin);
  packer.word(session.firstSide);
  packer.word(session.conditions.warmUp);
  packer.word(session.conditions.clothing);
  packer.list(session.gates, (gate) => {
    packer.word(gate);
  });
  packer.list(session.results, (result) => {
    packResult(result, packer, details);
  });
}

function unpackSession(unpacker: Unpacker, details: DetailsInOrder): Session {
  return {
    id: unpacker.word(),
    startedAt: unpacker.number(),
    timeZone: unpacker.word(),
    origin: unpacker.word(),
    firstSide: unpacker.word(),
    conditions: unpackConditions(unpacker),
    gates: unpacker.list(unpackGate),
    results: unpacker.list(() => new ListedResult(unpacker, details)),
  };
}

function unpackGate(unpacker: Unpacker): string {
  return unpacker.word();
}

function unpackConditions(unpacker: Unpacker): Conditions {
  const conditions: Conditions = { warmUp: unpacker.word(), clothing: unpacker.word() };
  const { warmUp, clothing } = conditions;
  return warmUp === null && clothing === null ? untoldConditions : conditions;
}

function packResult(result: Result, packer: Packer, details: Packer): void {
  packer.word(result.test);
  packer.word(result.side);
  packEstimate(result.estimate, packer);
  packer.list(result.marks, ({ sensation, trial, angle }) => {
    packer.word(sensation);
    packer.count(trial);
    packer.number(angle);
  });
  packer.word(result.end);
  const { number, code } = details.place;
  packSetUp(result.setUp, details);
  details.list(result.trials, (trial) => {
    packTrial(trial, details);
  });
  packer.count(details.place.number - number);
  packer.count(details.place.code - code);
}

/** A result whose set-up and trials are unpacked when they are looked at. */
class ListedResult implements Result {
  readonly test: Result['test'];
  readonly side: Result['side'];
  readonly estimate: Estimate | null;
  declare readonly trials: readonly Trial[];
  readonly marks: readonly Mark[];
  declare readonly setUp: SetUp | null;
  readonly end: Result['end'];
  /** Where its set-up and its trials lie. */
  readonly #details: Unpacker;
  readonly #number: number;
  readonly #code: number;

  /** Properties of its own, so that a copy of a result has them; the same for all, so that results keep one shape. */
  static readonly #later = {
    trials: {
      enumerable: true,
      get(this: ListedResult): readonly Trial[] {
        const unpacker = this.#details.goTo(this.#number, this.#code);
        unpackSetUp(unpacker);
        return unpacker.list(unpackTrial);
      },
    },
    setUp: {
      enumerable: true,
      get(this: ListedResult): SetUp | null {
        return unpackSetUp(this.#details.goTo(this.#number, this.#code));
      },
    },
  };

  constructor(unpacker: Unpacker, details: DetailsInOrder) {
    this.test = unpacker.word();
    this.side = unpacker.word();
    this.estimate = unpackEstimate(unpacker);
    this.marks = unpacker.list(unpackMark);
    this.end = unpacker.word();
    this.#details = details.unpacker;
    this.#number = details.number;
    this.#code = details.code;
    details.pass(unpacker.count(), unpacker.count());
    // One by one: both at once take twice as long, for every result of a history.
    Object.defineProperty(this, 'trials', ListedResult.#later.trials);
    Object.defineProperty(this, 'setUp', ListedResult.#later.setUp);
  }
}

function unpackMark(unpacker: Unpacker): Mark {
  return {
    sensation: unpacker.word(),
    trial: unpacker.count(),
    angle: unpacker.numberOrNull() as Degrees | null,
  };
}

function packEstimate(estimate: Estimate | null, packer: Packer): void {
  packer.number(estimate?.value ?? null);
  if (estimate !== null) packer.number(estimate.halfWidth95);
}

function unpackEstimate(unpacker: Unpacker): Estimate | null {
  const value = unpacker.number() as Degrees;
  return Number.isNaN(value) ? null : { value, halfWidth95: unpacker.number() as Degrees };
}

function packSetUp(setUp: SetUp | null, packer: Packer): void {
  packer.number(setUp?.frame.width ?? null);
  if (setUp === null) return;
  packer.number(setUp.frame.height);
  packer.word(setUp.camera);
  packer.word(setUp.near);
  packer.number(setUp.yaw);
  packer.number(setUp.height);
  packer.number(setUp.distance);
  packer.number(setUp.light?.brightness ?? null);
  if (setUp.light !== null) packer.number(setUp.light.contrast);
}

function unpackSetUp(unpacker: Unpacker): SetUp | null {
  const width = unpacker.number();
  if (Number.isNaN(width)) return null;
  return {
    frame: { width, height: unpacker.number() },
    camera: unpacker.word(),
    near: unpacker.word(),
    yaw: unpacker.numberOrNull() as Degrees | null,
    height: unpacker.numberOrNull(),
    distance: unpacker.numberOrNull(),
    light: unpackLight(unpacker),
    outline: null,
  };
}

function unpackLight(unpacker: Unpacker): SetUp['light'] {
  const brightness = unpacker.number();
  return Number.isNaN(brightness) ? null : { brightness, contrast: unpacker.number() };
}

function packTrial(trial: Trial, packer: Packer): void {
  packer.word(trial.kind);
  if (trial.kind === 'refused') {
    packer.word(trial.reason);
    packer.number(trial.amount);
    return;
  }
  packer.word(trial.side);
  packer.list(Object.entries(trial.quantities), ([name, estimate]) => {
    packer.word(name);
    packEstimate(estimate, packer);
  });
  packer.number(trial.camera?.yaw ?? null);
  if (trial.camera === null) return;
  packer.number(trial.camera.pitch);
  packer.number(trial.camera.distance);
}

const noCurve: readonly TracePoint[] = [];

function unpackTrial(unpacker: Unpacker): Trial {
  const kind = unpacker.word<Trial['kind']>();
  if (kind === 'refused') {
    return { kind, reason: unpacker.word(), amount: unpacker.numberOrNull() as Degrees | null };
  }
  return {
    kind,
    side: unpacker.word(),
    quantities: Object.fromEntries(
      unpacker.list(() => [unpacker.word<Quantity>(), unpackEstimate(unpacker)]),
    ),
    trace: noCurve,
    camera: unpackCamera(unpacker),
  };
}

function unpackCamera(unpacker: Unpacker): CameraFit | null {
  const yaw = unpacker.number() as Degrees;
  if (Number.isNaN(yaw)) return null;
  return { yaw, pitch: unpacker.number() as Degrees, distance: unpacker.number() };
}
