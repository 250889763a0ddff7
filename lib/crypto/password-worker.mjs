// One thread of the password pool. A plain file, found by its path, so that it runs the same under Next, the bundled
// server, tsx and vitest. It sees the peppered pre-hash only, never a password.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { compareSync, hashSync } from 'bcryptjs';

// Sign-ins give way to verifications (PWD-4). On Linux a priority belongs to the thread that sets it; elsewhere it would
// slow the whole process.
if (process.platform === 'linux') setPriority(5);

parentPort?.on('message', (job) => {
  try {
    const value = job.kind === 'hash' ? hashSync(job.input, job.cost) : compareSync(job.input, job.hash);
    parentPort.postMessage({ id: job.id, value });
  } catch {
    parentPort.postMessage({ id: job.id, value: null });
  }
});
