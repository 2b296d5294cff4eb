/**
 * How the messages are compiled, in one place for the Vite plugin, the set-up and the command line, so
 * that all three write the same files. No cookie and no storage: the app sets the locale itself.
 *
 * @type {import('@inlang/paraglide-js').ParaglideConfig}
 */
export default {
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'message-modules',
  isServer: "typeof window === 'undefined'",
  cleanOutdir: false,
  emitReadme: false,
};
