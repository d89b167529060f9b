// Reads {manifest, language} as JSON and writes what Microsoft's schemas, those of the manifest's own version, say of them: a list of faults.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { text } from "node:stream/consumers";

const require = createRequire(new URL("../node_modules/@microsoft/app-manifest/package.json", import.meta.url));
const Ajv = require("ajv-draft-04").default;
const formats = require("ajv-formats").default;

const faults = (name, json, version) => {
  const file = require.resolve(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.${name}schema.json`);
  // Some of their patterns are none in Unicode mode.
  const ajv = new Ajv({ allErrors: true, strictTypes: false, unicodeRegExp: false });
  formats(ajv, ["uri", "email", "regex"]);
  const validate = ajv.compile(JSON.parse(readFileSync(file, "utf8")));
  return validate(json) ? [] : validate.errors.map((error) => `${name}${error.instancePath} ${error.message}`);
};

const { manifest, language } = JSON.parse(await text(process.stdin));
const version = manifest.manifestVersion;
console.log(JSON.stringify([...faults("", manifest, version), ...faults("Localization.", language, version)]));
