/** Lets the browser save a file that was fetched with the reader's own token. */
export function saveFile(content: Blob, fileName: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Not at once: some browsers begin to read only after the click is done with.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
