// Starts one local Teams client inside this process, so that there is nothing else to end.
// Usage: node client.cjs <folder with .m365agentsplayground.yml> <bot's endpoint> <port>
"use strict";

const net = require("node:net");
const path = require("node:path");

const [folder, endpoint, port] = process.argv.slice(2);
process.chdir(folder);

// The client ends with the bot, even if the bot is killed: the system then closes this pipe.
// Ctrl+C reaches the bot as well, which ends its clients in order.
process.stdin.on("end", () => process.exit()).on("error", () => process.exit()).resume();
process.on("SIGINT", () => {});

// No browser window, no calls to anybody, no log file beside the configuration.
process.env.TEAMSAPPTESTER_BROWSER = "none";
process.env.APPLICATION_INSIGHTS_NO_STATSBEAT = "1";
process.env.M365_AGENTS_PLAYGROUND_LOGFILE = path.join(__dirname, "node_modules", ".logs", `${path.basename(folder)}.log`);

// The client has no sign-in and listens on every interface; nobody but this machine shall reach it.
const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (first, ...rest) {
  return typeof first === "number" ? listen.call(this, { port: first, host: "127.0.0.1" }, ...rest) : listen.call(this, first, ...rest);
};

process.argv.splice(2, 3, "start", "-e", endpoint, "-c", "msteams", "-p", port, "--disable-telemetry");
require("@microsoft/m365agentsplayground/cli.js");
