/*
 * The part of FHIR R4 that Limber writes, closed: what is not here is not written. Checked in the tests against the
 * published definitions.
 */

export interface Coding {
  readonly system: string;
  readonly code: string;
  readonly display?: string;
}

export interface CodeableConcept {
  readonly coding?: readonly [Coding, ...Coding[]];
  readonly text: string;
}

export interface Identifier {
  readonly system: string;
  readonly value: string;
}

export interface Reference {
  readonly reference: string;
}

/** A number with its UCUM unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly system: 'http://unitsofmeasure.org';
  readonly code: 'deg' | '1';
}

interface Named {
  readonly code: CodeableConcept;
}

/** A number, a word, or the reason why there is neither. */
export type Component = Named &
  (
    | { readonly valueQuantity: Quantity }
    | { readonly valueBoolean: boolean }
    | { readonly valueCodeableConcept: CodeableConcept }
    | { readonly dataAbsentReason: CodeableConcept }
  );

export interface Patient {
  readonly resourceType: 'Patient';
  readonly identifier: readonly [Identifier];
  readonly name?: readonly [{ readonly text: string }];
  readonly gender?: 'female' | 'male';
  /** A year. */
  readonly birthDate?: string;
}

export interface Observation {
  readonly resourceType: 'Observation';
  readonly identifier: readonly [Identifier];
  readonly status: 'final' | 'amended' | 'cancelled';
  readonly category: readonly [CodeableConcept];
  readonly code: CodeableConcept;
  readonly subject: Reference;
  readonly performer: readonly [Reference];
  readonly effectiveDateTime: string;
  readonly valueQuantity?: Quantity;
  readonly dataAbsentReason?: CodeableConcept;
  readonly bodySite: CodeableConcept;
  readonly method: { readonly text: string };
  readonly device: { readonly display: string };
  readonly note: readonly [{ readonly text: string }];
  readonly referenceRange?: readonly [{ readonly text: string }];
  readonly component?: readonly [Component, ...Component[]];
}

export type Answer =
  | { readonly valueInteger: number }
  | { readonly valueDecimal: number }
  | { readonly valueBoolean: boolean }
  | { readonly valueString: string };

export interface ResponseItem {
  readonly linkId: string;
  readonly text: string;
  readonly answer: readonly [Answer];
}

export interface QuestionnaireResponse {
  readonly resourceType: 'QuestionnaireResponse';
  readonly identifier: Identifier;
  readonly status: 'completed';
  readonly subject: Reference;
  readonly source: Reference;
  readonly authored: string;
  readonly item: readonly [ResponseItem, ...ResponseItem[]];
}

export interface DocumentReference {
  readonly resourceType: 'DocumentReference';
  readonly identifier: readonly [Identifier];
  readonly status: 'current';
  readonly type: { readonly text: string };
  readonly subject: Reference;
  readonly date: string;
  readonly content: readonly [
    {
      readonly attachment: {
        readonly contentType: 'application/pdf';
        /** base64. */
        readonly data: string;
        readonly title: string;
        readonly creation: string;
      };
    },
  ];
}

export type Resource = Patient | Observation | QuestionnaireResponse | DocumentReference;

export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly identifier: Identifier;
  readonly type: 'collection';
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}
