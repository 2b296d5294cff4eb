/**
 * The country that a browser's language names ("en-GB": GB), as an ISO 3166 code; null where it names none. Nothing is
 * made up: "en" alone is no country.
 */
export function regionOf(languages: readonly string[]): string | null {
  for (const language of languages) {
    try {
      const { region } = new Intl.Locale(language);
      if (region !== undefined && /^[A-Z]{2}$/.test(region)) return region;
    } catch {
      // Browsers may be told any language.
    }
  }
  return null;
}
