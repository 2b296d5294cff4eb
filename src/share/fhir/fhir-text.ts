/**
 * A person's text as FHIR allows it: without control characters, white space at its ends, and halves of letters;
 * empty where nothing is left, and then it must be left out.
 */
export function fhirText(text: string): string {
  return (
    text
      .replaceAll(/\p{Cs}/gu, '')
      // Characters below 32 but tab and line ends (FHIR R4, string).
      .replaceAll(/(?![\t\r\n])\p{Cc}/gu, '')
      .trim()
  );
}
