// Starts Azurite's table service inside this process, with a folder of its own, and prints the port that the system chose.
"use strict";

const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bridgebot-azurite-"));

// It ends with the test run, even if that is killed: the system then closes this pipe.
const end = () => {
  fs.rmSync(folder, { recursive: true, force: true });
  process.exit();
};
process.stdin.on("end", end).on("error", end).resume();
process.on("SIGTERM", end);

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  this.once("listening", () => console.log(`listening on ${this.address().port}`));
  return listen.apply(this, args);
};

process.argv.push("--tableHost", "127.0.0.1", "--tablePort", "0", "--location", folder, "--silent", "--disableTelemetry");
require("azurite/dist/src/table/main.js");
