// Reads one document in a thread of its own, whose memory and time are bounded by whoever starts it. A plain file, found
// by its path, so that it runs the same under Next, the bundled server, the command line and vitest.
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { DocumentFault, parseText } from './parse-text.mjs';
import { readOutline } from './read-outline.mjs';

// Verifications go first. On Linux a priority belongs to the thread that sets it.
if (process.platform === 'linux') setPriority(5);

function read(bytes) {
  try {
    const { value, locate } = parseText(bytes);
    const { issues, outline } = readOutline(value);
    if (issues.length === 0) return { outline };
    return {
      issues: issues.map(({ path, message }) => ({
        message,
        place: path.length === 0 ? null : locate(path),
      })),
    };
  } catch (error) {
    if (error instanceof DocumentFault) return { issues: [{ message: error.message, place: error.place }] };
    if (error instanceof RangeError)
      return { issues: [{ message: 'It is nested too deeply.', place: null }] };
    throw error;
  }
}

parentPort?.postMessage(read(workerData));
