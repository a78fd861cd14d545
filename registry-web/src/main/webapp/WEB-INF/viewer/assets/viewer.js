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
  icons();
  document.querySelectorAll("[data-download]").forEach(download);
  document.querySelectorAll(".attached").forEach(attached);
  const retry = document.querySelector('[data-retry]:not([data-retry="0"])');
  if (retry) { setTimeout(() => location.reload(), retry.dataset.retry * 1000); }
  const form = document.getElementById("find");
  if (form) { catalogue(form); }
}

// The letters of an icon are replaced by its image when that is there.
function icons() {
  const show = image => (image.naturalWidth ? image.classList.add("there") : image.remove());
  for (const type of ["load", "error"]) {
    document.addEventListener(type, event => {
      if (event.target.matches?.(".icon img")) { show(event.target); }
    }, true);
  }
  document.querySelectorAll(".icon img").forEach(image => {
    if (image.complete && (image.naturalWidth || image.loading !== "lazy")) { show(image); }
  });
}

// A download that fails says why, in place of saving the error as a file.
function download(link) {
  link.addEventListener("click", async event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) { return; }
    event.preventDefault();
    if (link.hasAttribute("aria-busy")) { return; }
    const row = link.closest("li");
    row.querySelector(".failed")?.remove();
    link.setAttribute("aria-busy", "true");
    try {
      if (!(await fetch(link.href, { method: "HEAD" })).ok) {
        const answer = await fetch(link.href);
        const why = answer.ok ? {} : await answer.json().catch(() => ({}));
        if (!answer.ok) { throw new Error(why.error || why.status || `the response has the status ${answer.status}`); }
      }
      // the browser saves it while it arrives
      location.assign(link.href);
    } catch (error) {
      row.append(element("p", "failed", `The download failed: ${error.message}`));
      row.lastChild.setAttribute("role", "alert");
    }
    link.removeAttribute("aria-busy");
  });
}

function element(name, type, ...children) {
  const made = document.createElement(name);
  if (type) { made.className = type; }
  made.append(...children);
  return made;
}

// Signatures and origins can be attached to an artifact at any time, so they are not part of the page.
async function attached(list) {
  const { repository, digest } = list.dataset;
  const tag = digest.replace(":", "-") + ".si";
  const read = async path => {
    const answer = await fetch(repository + path);
    return answer.ok ? answer.json() : {};
  };
  try {
    const [referrers, tags] = await Promise.all([
      read(`/referrers/${digest}`),
      read(`/tags/list?n=1&last=${tag}`),
    ]);
    const lines = (referrers.manifests ?? []).map(described);
    if (tags.tags?.[0] === tag + "g") { lines.push(["Signature", "by cosign"]); }
    list.append(...lines.map(([what, text]) => element("li", "", element("span", "k", what), element("bdi", "", text))));
    list.hidden = lines.length === 0;
  } catch { /* the page is complete without them */ }
}

function described(referrer) {
  const type = referrer.artifactType ?? referrer.mediaType;
  const note = name => referrer.annotations?.[name];
  if (type.includes("devfile.registry.provenance")) {
    const image = "org.opencontainers.image.";
    const parts = [note(image + "source"), note(image + "revision"), note("io.devfile.registry.source.path"), note(image + "created")];
    return ["Origin", parts.filter(Boolean).join(" · ")];
  }
  return /sigstore|cosign/.test(type) ? ["Signature", "by cosign"] : ["Attached", type];
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
      if (error.name === "AbortError") { return; }
      results.removeAttribute("aria-busy");
      const again = element("a", "", "Try again");
      again.href = url;
      const message = element("span", "failed", "The results could not be loaded. ", again);
      document.getElementById("count").replaceChildren(message);
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
    document.getElementById("results-title").textContent = page.getElementById("results-title").textContent;
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
  suggestions(search);
  document.addEventListener("change", event => {
    if (event.target.form === form && event.target !== search) { show(address(), push); }
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    show(address(), push);
  });
  document.addEventListener("click", event => {
    if (event.target.closest?.(".reveal .button")) {
      document.getElementById("filters-all").open = false;
      document.getElementById("results").focus();
      return;
    }
    const link = event.target.closest?.(".chips a, .ways a, .pager a, .understood a, #list .button");
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

// The best entries for what is typed: arrow keys or the mouse choose one, Enter without a choice searches.
function suggestions(search) {
  const list = document.getElementById("suggested");
  let asked;
  let waiting;
  let chosen = -1;
  search.setAttribute("role", "combobox");
  search.setAttribute("aria-autocomplete", "list");
  search.setAttribute("aria-controls", list.id);
  search.setAttribute("aria-expanded", "false");

  const choose = index => {
    chosen = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", i === index));
    if (index < 0) { search.removeAttribute("aria-activedescendant"); } else { search.setAttribute("aria-activedescendant", list.children[index].id); }
  };
  const open = options => {
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    search.setAttribute("aria-expanded", !list.hidden);
    choose(-1);
  };
  const stop = () => {
    clearTimeout(waiting);
    asked?.abort();
  };
  const close = () => {
    stop();
    open([]);
  };
  const go = option => location.assign(option.dataset.address);
  const option = (result, i) => {
    const made = element("li", "", element("bdi", "", result.displayName), element("span", "", `${result.type} · ${result.name}`));
    made.id = `suggested-${i}`;
    made.setAttribute("role", "option");
    made.dataset.address = `${search.form.dataset.entries}/${encodeURIComponent(result.name)}`;
    return made;
  };

  const ask = async text => {
    const mine = (asked = new AbortController());
    try {
      const answer = text ? await fetch(`/api/search?limit=6&q=${encodeURIComponent(text)}`, { signal: mine.signal }) : null;
      const results = answer?.ok ? (await answer.json()).results : [];
      if (!mine.signal.aborted && document.activeElement === search) { open(results.map(option)); }
    } catch { /* searching works without suggestions */ }
  };
  search.addEventListener("input", () => {
    stop();
    waiting = setTimeout(() => ask(search.value.trim()), 150);
  });
  search.addEventListener("keydown", event => {
    const count = list.children.length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") {
      if (count) { event.preventDefault(); }
      close();
    } else if (step && count) {
      event.preventDefault();
      stop();
      choose(((chosen + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "Enter") {
      if (chosen >= 0) {
        event.preventDefault();
        go(list.children[chosen]);
      }
      close();
    }
  });
  search.addEventListener("blur", close);
  // before the field loses the focus
  list.addEventListener("mousedown", event => {
    const picked = event.target.closest("li");
    if (picked && event.button === 0) {
      event.preventDefault();
      go(picked);
    }
  });
}
