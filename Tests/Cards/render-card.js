// Runs in the browser: what the official renderer makes of a card, in Teams' colours.
function elementOf({ card: json, theme, width, config }) {
  let colours = JSON.stringify(config.light);
  if (theme === "dark") {
    const from = Object.keys(config.dark.replace).join("|");
    colours = colours.replace(new RegExp(from, "g"), (colour) => config.dark.replace[colour]);
  }

  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = markdownit().render(text).replaceAll(/&lt;at&gt;(.*?)&lt;\/at&gt;/g, (all, name) =>
      json.msteams.entities?.some((entity) => entity.text === `<at>${name}</at>`) ? `<span style="color:#5B5FC7">${name}</span>` : all);
    result.didProcess = true;
  };
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(JSON.parse(colours));
  card.parse(json);
  const shown = card.render();
  shown.style.width = `${width}px`;
  shown.style.boxSizing = "border-box";
  return shown;
}

// The elements of a card that reach beyond its sides.
function overflowOf(shown) {
  const edge = shown.getBoundingClientRect();
  return [...shown.querySelectorAll("*")].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && (box.right > edge.right + 1 || box.left < edge.left - 1 || e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !e.matches("input,textarea,select"));
  }).map((e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`);
}

// Shows a card, and tells what came out.
function renderCard({ card, theme, width, config, measure = true }) {
  const shown = elementOf({ card, theme, width, config });
  shown.id = "card";
  document.body.className = theme;
  document.body.replaceChildren(shown);
  if (!measure) {
    return;
  }

  return { text: shown.innerText, overflow: overflowOf(shown) };
}

// Shows columns of cards, each below its name, and tells of those that reach beyond their sides.
function renderSheet({ columns, width, config }) {
  const sheet = document.createElement("div");
  sheet.style.cssText = "display: flex; gap: 16px; align-items: flex-start";
  const cards = columns.map((column) => {
    const side = sheet.appendChild(document.createElement("div"));
    return column.map(({ name, json }) => {
      const title = side.appendChild(document.createElement("p"));
      title.style.cssText = "font: 600 13px 'Segoe UI', 'DejaVu Sans Condensed', sans-serif; color: #616161; margin: 4px 0 6px";
      title.textContent = name;
      const shown = side.appendChild(elementOf({ card: JSON.parse(json), theme: "light", width, config }));
      shown.style.marginBottom = "14px";
      return shown;
    });
  });
  document.body.className = "light";
  document.body.replaceChildren(sheet);
  return { text: sheet.innerText, overflow: cards.flat().flatMap(overflowOf) };
}

// The cards that unfold from a card's buttons, and the card without them.
function* partsOf(card) {
  const flat = (node) => Array.isArray(node) ? node.map(flat) : node && typeof node === "object"
    ? Object.fromEntries(Object.entries(node.type === "Action.ShowCard" ? { type: "Action.Submit", title: node.title } : node).map(([name, value]) => [name, flat(value)]))
    : node;
  const folded = (node) => !node || typeof node !== "object" ? []
    : node.type === "Action.ShowCard" ? [node.card] : Object.values(node).flatMap(folded);
  yield flat(card);
  for (const inner of folded(card)) {
    yield* partsOf({ ...inner, msteams: card.msteams });
  }
}

// The same card with a letter for each word of its texts; a mention stays one.
function withoutWords(card) {
  const mentions = card.msteams?.entities?.map(({ text }) => text) ?? [];
  const plain = (text) => mentions.reduce((pieces, mention) => pieces.flatMap((piece) => mentions.includes(piece) ? [piece] : piece.split(mention).flatMap((one, i) => i ? [mention, one] : [one])), [text])
    .map((piece) => mentions.includes(piece) ? piece : piece.replace(/\S+/g, "x")).join("");
  const walk = (node, name) => Array.isArray(node) ? node.map((item) => walk(item)) : node && typeof node === "object"
    ? Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === "msteams" ? value : walk(value, key)]))
    : typeof node === "string" && ["text", "title", "label"].includes(name) ? plain(node) : node;
  return walk(card);
}

// Shows many cards, and tells of each element or attribute that is there because of a text, of each link that is none of the web, and of
// each text that is not shown as it is.
function compareCards({ cards, config }) {
  const faults = [];
  const tree = (e) => `${e.tagName} ${e.getAttributeNames().sort().join(" ")}(${[...e.children].filter((c) => c.tagName !== "BR").map(tree).join()})`;
  const letters = (text) => text.replace(/\s+/g, "");
  // User text stands in the runs of a RichTextBlock, and in the labels of inputs, which the renderer shows the same way.
  const label = (input) => input.label ? `${input.label}${input.isRequired ? "*" : ""}` : "";
  const runs = (node) => !node || typeof node !== "object" ? ""
    : node.type === "TextRun" ? node.text
    : node.type?.startsWith("Input.") ? label(node)
    : Object.values(node).map(runs).join("");
  const show = (json) => {
    renderCard({ card: json, theme: "light", width: 560, config, measure: false });
    return document.getElementById("card");
  };
  for (const { name, json } of cards) {
    // Instants of ours (those that are typed are of 2031, in the tests) are shown as a day or a time.
    const card = JSON.parse(json.replace(/\{\{(DATE|TIME)\((?!2031-)[^)]*\)\}\}/g, "x"));
    for (const part of partsOf(card)) {
      const expected = tree(show(withoutWords(part)));
      const shown = show(part);
      if (tree(shown) !== expected) {
        faults.push(`${name}: other elements: ${shown.outerHTML}`);
      }

      for (const link of shown.querySelectorAll("[href],[src]")) {
        const to = link.getAttribute("href") ?? link.getAttribute("src");
        // A chart's picture is ours: one that a text brought along would be another element.
        if (!to.startsWith("https://") && !to.startsWith("data:image/png;base64,")) {
          faults.push(`${name}: leads to ${to}`);
        }
      }

      const text = [...shown.querySelectorAll(".ac-richTextBlock")].map((e) => e.textContent).join("");
      if (letters(text) !== letters(runs(part.body))) {
        faults.push(`${name}: shown as ${text}`);
      }
    }
  }

  return faults;
}
