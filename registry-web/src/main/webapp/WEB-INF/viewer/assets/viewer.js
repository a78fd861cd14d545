// Optional features: theme, copying, and a catalogue that changes without loading the page.
const root = document.documentElement;
root.classList.add("js");

const dark = matchMedia("(prefers-color-scheme: dark)");
const kept = {
  get() { try { return localStorage.getItem("theme"); } catch { return null; } },
  set(theme) {
    try {
      if (theme) { localStorage.setItem("theme", theme); } else { localStorage.removeItem("theme"); }
    } catch { /* without storage, the theme is only set for this page */ }
  },
};
const system = () => (dark.matches ? "dark" : "light");
const isDark = () => (root.dataset.theme ?? system()) === "dark";
function setTheme(theme) {
  if (theme === "light" || theme === "dark") { root.dataset.theme = theme; } else { delete root.dataset.theme; }
}
setTheme(kept.get());

// A module runs after the document is parsed, and this one before the page is shown.
start();

function start() {
  themeButton(document.getElementById("theme"));
  document.querySelectorAll("[data-copy]").forEach(copyButton);
  document.addEventListener("error", event => {
    if (event.target.matches?.(".icon img")) { event.target.remove(); }
  }, true);
  document.querySelectorAll(".icon img").forEach(image => {
    if (image.complete && image.naturalWidth === 0 && image.loading !== "lazy") { image.remove(); }
  });
  const retry = document.querySelector('[data-retry]:not([data-retry="0"])');
  if (retry) { setTimeout(() => location.reload(), retry.dataset.retry * 1000); }
  const form = document.getElementById("find");
  if (form) { catalogue(form); }
}

function themeButton(button) {
  const show = () => button.setAttribute("aria-pressed", isDark());
  button.hidden = false;
  show();
  dark.addEventListener("change", show);
  button.addEventListener("click", () => {
    const next = isDark() ? "light" : "dark";
    setTheme(next === system() ? null : next);
    kept.set(next === system() ? null : next);
    show();
  });
}

function copyButton(button) {
  const label = button.firstChild;
  const before = label.nodeValue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await write(document.getElementById(button.dataset.copy));
      label.nodeValue = "Copied";
    } catch {
      label.nodeValue = "Press Ctrl+C";
    }
    button.setAttribute("aria-live", "polite");
    setTimeout(() => { label.nodeValue = before; }, 2000);
  });
}

// The clipboard API is not available without TLS, but selected text can be copied.
async function write(element) {
  if (navigator.clipboard) { return navigator.clipboard.writeText(element.textContent); }
  getSelection().selectAllChildren(element);
  if (!document.execCommand("copy")) { throw new Error("not copied"); }
  getSelection().removeAllRanges();
}

function catalogue(form) {
  const search = form.elements.search;
  const parts = ["filters", "count", "sort", "list"];
  let under;
  let waiting;

  // Filters are always open on wide screens; on narrow screens, users open them.
  const roomy = matchMedia("(min-width: 62rem)");
  const fold = () => { document.getElementById("filters-all").open = roomy.matches; };
  roomy.addEventListener("change", fold);
  fold();

  document.addEventListener("keydown", event => {
    const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  });

  const address = () => {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (value.trim()) { query.append(name, value.trim()); }
    }
    return form.getAttribute("action") + (query.size ? "?" + query : "");
  };

  const show = async (url, remember) => {
    clearTimeout(waiting);
    under?.abort();
    const mine = (under = new AbortController());
    const results = document.getElementById("results");
    results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(url, { signal: mine.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!answer.ok || !page.getElementById("list")) { throw new Error(`status ${answer.status}`); }
      if (mine.signal.aborted) { return; }
      remember(answer.url);
      replace(page);
      results.removeAttribute("aria-busy");
    } catch (error) {
      if (error.name !== "AbortError") { location.assign(url); }
    }
  };

  const replace = page => {
    const folds = new Map([...document.querySelectorAll("details[id]")].map(one => [one.id, one.open]));
    const focused = document.activeElement;
    // Read the sort order before the options are moved: if a selected option is moved, another one is selected.
    const sort = page.getElementById("sort").value;
    for (const id of parts) {
      document.getElementById(id).replaceChildren(...page.getElementById(id).childNodes);
    }
    document.querySelectorAll("details[id]").forEach(one => { one.open = folds.get(one.id) ?? one.open; });
    if (document.activeElement !== focused || !focused.isConnected) {
      (again(focused) ?? document.getElementById("count")).focus({ preventScroll: true });
    }
    document.title = page.title;
    form.elements.sort.value = sort;
    const written = page.getElementById("search").value;
    if (document.activeElement !== search) { search.value = written; }
  };

  // The option that had the focus may have another position in the new list.
  const again = element => element.value === undefined ? null
    : [...document.getElementsByName(element.name)].find(other => other.value === element.value);

  const push = url => history.pushState(null, "", url);
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => show(address(), url => history.replaceState(null, "", url)), 200);
  };
  search.addEventListener("input", soon);
  document.addEventListener("change", event => {
    if (event.target.form === form && event.target !== search) { show(address(), push); }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    show(address(), push);
  });
  document.addEventListener("click", event => {
    const link = event.target.closest?.(".chips a, .ways a, .pager a, #list .button");
    if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      show(link.href, push).then(() => {
        if (link.closest(".pager")) { document.getElementById("results").scrollIntoView(); }
      });
    }
  });
  addEventListener("popstate", () => {
    search.blur();
    show(location.href, () => {});
  });
}
