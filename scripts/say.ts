/** Writes a line where messages go. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}
