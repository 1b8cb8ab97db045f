#!/usr/bin/env node
'use strict';
const { start } = require('../dist/start.cjs');

void (async () => {
  process.exitCode = await start();
})();
