/**
 * Waits for two turns of the event loop. What had arrived before, such as keys or signals, is delivered between
 * them.
 */
export async function waitForArrivals(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => void setImmediate(done));
}
