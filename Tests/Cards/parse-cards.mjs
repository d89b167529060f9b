// Reads cards, one JSON object {name, card} a line, and writes {name, faults} a line: what the official parser says of each.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { AdaptiveCard, HostConfig, SerializationContext, Versions } = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

for await (const line of createInterface({ input: process.stdin })) {
  const { name, card: json } = JSON.parse(line);
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.hostConfig = new HostConfig({ actions: { maxActions: 6 } }); // as many as Teams shows
  card.parse(json, context);
  const parsed = Array.from({ length: context.eventCount }, (_, i) => context.getEventAt(i));
  const faults = [...parsed, ...card.validateProperties().validationEvents].map(({ message }) => message);
  if (card.getItemCount() !== json.body.length || card.getActionCount() !== (json.actions ?? []).length) {
    faults.push("an element or a button was dropped");
  }

  console.log(JSON.stringify({ name, faults }));
}
