
(() => {
  const field = document.getElementById("search");
  if (!field) return;
  field.parentElement.hidden = false;
  const days = [...document.querySelectorAll("main .day")].map((day) => ({
    day,
    items: [...day.querySelectorAll("li")].map((item) => [item, item.textContent.toLowerCase()]),
  }));
  const show = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { day, items } of days) {
      let any = false;
      for (const [item, text] of items) {
        item.hidden = !words.every((word) => text.includes(word));
        any ||= !item.hidden;
        shown += item.hidden ? 0 : 1;
      }
      day.hidden = !any;
    }
    field.parentElement.querySelector("output").textContent = words.length ? `${shown} found` : "";
  };
  field.addEventListener("input", show);
})();
