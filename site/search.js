// Rules that hold every word of the search, as it is typed.
const rules = JSON.parse(document.getElementById("rule-index").textContent);
const field = document.getElementById("rule-search");
const results = document.getElementById("rule-results");

field.addEventListener("input", () => {
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? []
      : rules.filter((rule) => {
          const text = `${rule.id} ${rule.summary} ${rule.category} ${rule.severity}`.toLowerCase();
          return words.every((word) => text.includes(word));
        });
  results.replaceChildren(
    ...found.slice(0, 30).map(({ id, summary }) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = `${id}.html`;
      link.textContent = id;
      item.append(link, ` ${summary.replaceAll("`", "")}`);
      return item;
    }),
  );
  if (words.length > 0 && found.length === 0) results.textContent = results.dataset.nothing;
});
