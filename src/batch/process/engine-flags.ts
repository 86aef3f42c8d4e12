/** What the JavaScript engine of a process that reads documents is told. */
export const ENGINE_FLAGS: readonly string[] = [
  // There are as many processes as cores: helpers of one would only be in the way of the others.
  '--single-threaded-gc',
  '--no-concurrent-recompilation',
  // Reading is hundreds of functions that each run a little: what inlining more of them into each other saves, compiling them costs.
  '--max-inlined-bytecode-size-cumulative=300',
  // In megabytes, four times what the engine would take: what a document leaves behind is gone before it counts as old. When old objects
  // are gone through, the engine forgets the code of functions and classes that nothing stands for just then, and compiles it anew.
  '--max-semi-space-size=64',
  // A pattern is compiled once, and not first for an interpreter: 0.3 s of the first plans' time.
  '--no-regexp-tier-up',
];
