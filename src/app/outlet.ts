import { saveFile } from './save-file.ts';

/** The ways out of the page: each only when the person asks for it. */
export interface Outlet {
  /** Gives a file to the person. */
  readonly saveFile: (file: Blob, name: string) => void;
  /** Puts a text on the clipboard; false where the browser does not let it. */
  readonly copy: (text: string) => Promise<boolean>;
  readonly print: () => void;
  /** Where this app is, as a link leads to it. */
  readonly address: () => string;
}

/** Those of this browser. */
export const browserOutlet: Outlet = {
  saveFile,
  copy: async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      if (error instanceof DOMException) return false;
      throw error;
    }
  },
  print: () => {
    print();
  },
  address: () => location.href,
};
