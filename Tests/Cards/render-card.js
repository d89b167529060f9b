// Runs in the browser: shows a card with the official renderer in Teams' colours, and tells what came out.
function renderCard({ card: json, theme, width, config }) {
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
  shown.id = "card";
  shown.style.width = `${width}px`;
  shown.style.boxSizing = "border-box";
  document.body.className = theme;
  document.body.replaceChildren(shown);
  const edge = shown.getBoundingClientRect();
  const sideways = [...shown.querySelectorAll("*")].filter((e) => {
    const box = e.getBoundingClientRect();
    return box.width > 0 && (box.right > edge.right + 1 || box.left < edge.left - 1 || e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 && !e.matches("input,textarea,select"));
  });
  const tree = (e) => `${e.tagName}(${[...e.children].filter((c) => c.tagName !== "BR").map(tree).join()})`;
  return {
    text: shown.innerText,
    tree: tree(shown),
    active: [...shown.querySelectorAll("a,img,script,iframe,object,embed,form,style,svg,b,i,em,strong,code,ul,ol,h1,h2,[onclick],[onerror]")].map((e) => e.outerHTML),
    overflow: sideways.map((e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`),
  };
}
