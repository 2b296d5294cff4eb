/** How long the browser may take to begin with the file: chosen, far longer than any needs. */
const letGoAfterMs = 60_000;

/** Gives a file to the person, by the browser's own way to save downloads. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, letGoAfterMs);
}
