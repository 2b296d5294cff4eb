/** The app's version, as package.json has it: put in by Vite. */
export const version = String(import.meta.env.LIMBER_VERSION);
