/** Everyone at once, and again as soon as all are done, until `stop`; answers how often it was done. */
export function keepDoing<Who>(
  everyone: readonly Who[],
  act: (who: Who) => Promise<void>,
): { stop: () => Promise<number> } {
  let isOver = false;
  let count = 0;
  const running = (async () => {
    while (!isOver) {
      await Promise.all(everyone.map(act));
      count += everyone.length;
    }
  })();
  // Told to whoever stops; until then a failure must not end the process.
  running.catch(() => undefined);
  return {
    stop: async () => {
      isOver = true;
      await running;
      return count;
    },
  };
}
