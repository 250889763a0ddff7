// Next runs this before anything of the pages. Without it Zod would try whether `new Function` is allowed, which the
// policy refuses and reports (WEB-4).
Reflect.set(globalThis, '__zod_globalConfig', { jitless: true });

export {};
