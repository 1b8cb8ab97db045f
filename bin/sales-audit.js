#!/usr/bin/env node
'use strict';
// Node 22 and later cache compiled scripts for the next run; Node 20 has no such function.
require('node:module').enableCompileCache?.();
const { main } = require('../dist/main.cjs');

void (async () => {
  process.exitCode = await main();
})();
