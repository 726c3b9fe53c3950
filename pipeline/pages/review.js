// The review app in the browser: a queue of items, one key a decision. Every key acts at once on the item that is shown; the decisions
// travel to the server behind it, in order, and are kept in this browser until the server says that they are on disk.

const $ = (id) => document.getElementById(id);
const DECIDING = ["accept", "reject", "edit", "both_wrong"];
const SAYS = { accept: "new accepted", reject: "old kept", edit: "edited", both_wrong: "both wrong", skip: "skipped", "": "open" };
const PREFETCH = 100;

/** An element with properties, attributes (kebab-case keys) and children; texts become text nodes, never markup. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") element.setAttribute(name, value);
    else if (name === "data") Object.assign(element.dataset, value);
    else element[name] = value;
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Replaces what an element holds, leaving out what is null. */
function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null));
}

/** Status and content of the server's whole answer; null when none came, or the connection broke before its end. */
async function request(address, sent) {
  const options = sent && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(sent) };
  try {
    const answer = await fetch(address, options);
    const spoken = answer.headers.get("content-type")?.startsWith("application/json");
    return { status: answer.status, content: spoken ? await answer.json() : { error: await answer.text() } };
  } catch {
    return null;
  }
}

// ------------------------------------------------------------------------------------------------------------------ signing in

function signIn(form) {
  const token = new URLSearchParams(location.hash.slice(1)).get("token") ?? "";
  history.replaceState(null, "", location.pathname);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const sent = { token, ...Object.fromEntries(new FormData(form)) };
    const answer = await request("/api/session", sent);
    if (answer?.status === 200) location.replace("/");
    else $("refused").textContent = answer ? "This does not open the review. Open the link that the terminal shows." : "The server does not answer.";
  });
}

// ------------------------------------------------------------------------------------------------------------------ the desk

let boot = null;
const items = new Map(); // id → what the list knows, with .state
const pages = new Map(); // id → what is shown
let list = [];
let at = 0;
let current = null; // id of the item that is shown, null while it loads
let actions = []; // what can be undone, oldest first
let filters = {};

const open = (item) => !DECIDING.includes(item.state.verdict);
const untouched = (item) => !item.state.verdict;

async function begin() {
  boot = JSON.parse($("boot").textContent);
  await outbox.start(`prose-review:${boot.log}:${boot.role}:${boot.annotator}:`);
  await loadQueue();
  refilter({});
  wire();
}

async function loadQueue() {
  const queue = await ask("/api/queue");
  items.clear();
  for (const item of queue.items) items.set(item.id, item);
  actions = queue.history;
}

async function ask(address) {
  for (let wait = 300; ; wait = Math.min(wait * 2, 1000)) {
    const answer = await request(address);
    if (answer?.status === 200) return answer.content;
    if (answer?.status === 401) {
      say("You are signed out. Open the link that the terminal shows; nothing is lost.");
      return new Promise(() => {});
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

// ------------------------------------------------------------------------------------------------------------------ the outbox

const outbox = {
  prefix: "", waiting: [], sending: false, count: 0,

  /** Takes up what an earlier window could not send any more. */
  async start(prefix) {
    this.prefix = prefix;
    this.waiting = Object.keys(localStorage).filter((key) => key.startsWith(prefix)).sort().map((key) => ({ key, ...JSON.parse(localStorage.getItem(key)) }));
    if (this.waiting.length) await this.send();
  },

  /** Keeps the decisions of one action in this browser, then sends them; resolves with the server's answer. */
  put(decisions) {
    const key = `${this.prefix}${String(Date.now()).padStart(15, "0")}-${String(this.count++).padStart(6, "0")}-${crypto.randomUUID()}`;
    localStorage.setItem(key, JSON.stringify({ decisions }));
    const entry = { key, decisions };
    const answered = new Promise((resolve) => (entry.answered = resolve));
    this.waiting.push(entry);
    this.send();
    return answered;
  },

  async send() {
    if (this.sending) return;
    this.sending = true;
    for (let wait = 300; this.waiting.length; ) {
      this.tell();
      const entry = this.waiting[0];
      const answer = await request("/api/decisions", { decisions: entry.decisions });
      if (answer === null || answer.status >= 500) {
        this.tell("the server does not answer");
        await new Promise((resolve) => setTimeout(resolve, wait));
        wait = Math.min(wait * 2, 1000);
        continue;
      }
      if (answer.status === 401) {
        say("You are signed out. Open the link that the terminal shows; your decisions are kept in this browser until then.");
        break;
      }
      wait = 300;
      this.waiting.shift();
      localStorage.removeItem(entry.key);
      this.take(entry, answer.status, answer.content);
    }
    this.sending = false;
    this.tell();
  },

  take(entry, status, content) {
    const concerned = new Set(entry.decisions.map((decision) => decision.item));
    if (status === 409) {
      // What was decided on the stale state is refused as a whole; later actions on the same items were decided on it too.
      const dropped = this.waiting.filter((other) => other.decisions.some((decision) => concerned.has(decision.item)));
      for (const other of dropped) {
        localStorage.removeItem(other.key);
        other.answered?.({ status, content });
      }
      this.waiting = this.waiting.filter((other) => !dropped.includes(other));
      refused(entry, content.states ?? {});
    } else if (status !== 200) {
      if (entry.decisions[0].verdict !== "edit") say(`Not taken: ${content.error ?? status}`);
    } else {
      for (const [id, state] of Object.entries(content.states)) {
        const later = this.waiting.some((other) => other.decisions.some((decision) => decision.item === id));
        if (items.has(id) && !later) items.get(id).state = state;
      }
      savedAt = new Date();
      if (concerned.has(current)) showState();
    }
    entry.answered?.({ status, content });
  },

  tell(trouble = "") {
    const waiting = this.waiting.length;
    $("saved").classList.toggle("waiting", Boolean(trouble));
    $("saved").textContent = trouble ? `${waiting} kept here, ${trouble}; trying again` : waiting ? "saving …" : savedAt ? `saved ✓ ${savedAt.toLocaleTimeString()}` : "";
  },
};
let savedAt = null;

/** Somebody else, or another window, was first: show what holds now instead of overwriting it. */
async function refused(entry, states) {
  for (const [id, state] of Object.entries(states)) if (items.has(id)) items.get(id).state = state;
  const [id, state] = Object.entries(states)[0] ?? [];
  const when = state?.at ? ` at ${new Date(state.at).toLocaleTimeString()}` : "";
  const what = state?.verdict ? `it is “${SAYS[state.verdict]}”` : "it is open";
  say(`Not saved: the item was changed in another window${when}, and ${what} now. Look again and decide.`);
  const queue = await ask("/api/queue");
  actions = queue.history;
  for (const item of queue.items) if (items.has(item.id)) items.get(item.id).state = item.state;
  if (id) goTo(id);
  // Whoever types fast has the next key under way already: it must not decide the item that he was just led back to.
  attentionUntil = performance.now() + 800;
}
let attentionUntil = 0;

function say(text) {
  $("banner").textContent = text;
  $("banner").hidden = !text;
}

// ------------------------------------------------------------------------------------------------------------------ deciding

function act(targets, verdict, value = "") {
  const action = crypto.randomUUID();
  const decisions = targets.map((item) => ({
    id: crypto.randomUUID(), action, item: item.id, content: item.content, verdict, value, seen: item.state.version,
  }));
  for (const item of targets) item.state = { ...item.state, version: item.state.version + 1 };
  return { action, decisions };
}

function decide(verdict) {
  if (current === null || performance.now() < attentionUntil) return;
  say("");
  const item = items.get(current);
  const { action, decisions } = act([item], verdict);
  actions.push({ action, items: [item.id], before: [item.state] });
  item.state = { ...item.state, verdict, value: "", others: undefined, conflict: false };
  outbox.put(decisions);
  advance();
}

function undo() {
  const last = actions.pop();
  if (!last) return say("There is nothing to undo.");
  const targets = last.items.map((id) => items.get(id)).filter(Boolean);
  const { decisions } = act(targets, "undo", last.action);
  targets.forEach((item, n) => {
    const before = last.before?.[n] ?? { verdict: "", value: "" };
    item.state = { ...item.state, verdict: before.verdict, value: before.value, others: undefined, conflict: false };
  });
  outbox.put(decisions);
  say(last.items.length > 1 ? `Undone on ${last.items.length} items.` : "");
  goTo(last.items[0]);
}

function advance() {
  const ahead = [...list.slice(at + 1), ...list.slice(0, at)];
  const next = ahead.find((id) => untouched(items.get(id)));
  if (next) goTo(next);
  else finish();
}

function step(by) {
  if (!list.length) return;
  // From the closing page, back and next lead into the list again.
  const to = $("done").hidden ? at + by : at;
  goTo(list[Math.max(0, Math.min(list.length - 1, to))]);
}

function goTo(id) {
  const where = list.indexOf(id);
  if (where >= 0) at = where;
  else list.splice(at, 0, id);
  show();
}

// ------------------------------------------------------------------------------------------------------------------ showing

async function fetchPages(wanted) {
  const missing = wanted.filter((id) => !pages.has(id)).slice(0, 100);
  if (!missing.length) return;
  const answer = await ask(`/api/items?ids=${missing.map(encodeURIComponent).join(",")}`);
  for (const page of answer.items) pages.set(page.id, page);
}

let fetching = null;
function prefetch() {
  const wanted = list.slice(Math.max(0, at - 5), at + PREFETCH);
  const missing = wanted.filter((id) => !pages.has(id));
  if (missing.length < PREFETCH / 2 && !(missing.length && at + PREFETCH >= list.length)) return;
  fetching ??= fetchPages(wanted).finally(() => (fetching = null));
}

async function show() {
  const id = list[at];
  current = null;
  leaveEdit();
  progress();
  if (!pages.has(id)) {
    $("item").setAttribute("aria-busy", "true");
    await fetchPages([id, ...list.slice(Math.max(0, at - 10), at + PREFETCH)]);
    $("item").removeAttribute("aria-busy");
    if (list[at] !== id) return;
  }
  const page = pages.get(id);
  $("done").hidden = true;
  $("item").hidden = false;
  $("item").classList.toggle("one-sided", page.kind === "gained" || page.kind === "lost");
  $("document").textContent = page.title;
  fill($("about"),
    make("span", { className: `badge ${page.kind}`, textContent: page.kind }),
    make("strong", { textContent: page.type }),
    make("span", { textContent: `“${page.trigger}”` }),
    make("span", { className: "soft", textContent: page.severity }),
    page.ambiguous ? make("span", { className: "badge", textContent: "another pairing is as likely" }) : null,
    make("span", { className: "soft", textContent: `${at + 1} of ${list.length}` }),
  );
  $("source").replaceChildren(...page.segments.map((segment) => shownSegment(segment, page)));
  $("source").className = ["prose", ...page.cut.map((end) => `cut-${end}`)].join(" ");
  $("why").textContent = "";
  showReadings(page);
  current = id;
  showState();
  buttons(page);
  window.scrollTo(0, 0);
  prefetch();
}

/** A stretch of text: plain, or marked once with every kind that covers it. */
function shownSegment(segment, page) {
  const [start, end] = page.sentence;
  const around = segment.start + [...segment.text].length <= start || segment.start >= end;
  const data = { start: segment.start };
  if (!segment.marks.length) return make("span", { className: around ? "around" : "", data, textContent: segment.text });
  const kinds = [...new Set(segment.marks.map(([, kind]) => kind))];
  const sides = [...new Set(segment.marks.map(([side]) => side))];
  // The first kind colours; the trigger comes first by construction.
  const mark = make("mark", { className: [kinds[0], ...sides].join(" "), data, tabIndex: 0, role: "button", textContent: segment.text });
  mark.title = segment.marks.map(([side, kind]) => `${side} ${kind}`).join(", ");
  const tell = () => {
    for (const other of document.querySelectorAll("mark.chosen")) other.classList.remove("chosen");
    mark.classList.add("chosen");
    const reasons = segment.marks.map(([side, kind, cell, rule]) => make("div", {}, `${side} reading: ${kind} for ${cell}`, rule ? ", by rule " : "", rule ? make("code", { textContent: rule }) : null));
    const length = [...segment.text].length;
    $("why").replaceChildren(...reasons, make("div", { textContent: `characters ${segment.start}–${segment.start + length}` }));
  };
  mark.addEventListener("click", () => document.getSelection().isCollapsed && tell());
  mark.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    tell();
  });
  return mark;
}

const DETAIL = { type: "rule", date: "derivation", places: "located" };

function showReadings(page) {
  const rows = ["trigger", ...boot.cells].filter((cell) => cell !== "attribution" || page.old?.cells[cell] || page.new?.cells[cell]);
  const card = (side) => {
    const reading = page[side];
    const other = page[side === "old" ? "new" : "old"];
    const head = make("h3", {}, side === "old" ? "Old" : "New", make("small", { textContent: side === "old" ? boot.old : boot.new }));
    const shown = make("section", { className: "card", data: { side }, "aria-label": `${side} reading` }, head);
    shown.style.gridRow = `span ${rows.length + 1}`;
    if (!reading) {
      shown.append(make("p", { className: "absent", textContent: "no event here" }));
      return shown;
    }
    const cells = make("dl", {});
    cells.style.gridRow = `span ${rows.length}`;
    for (const cell of rows) {
      const value = cell === "trigger" ? reading.trigger : reading.cells[cell];
      const against = other && (cell === "trigger" ? other.trigger : other.cells[cell]);
      const changed = cell in page.cells;
      const dd = make("dd", { className: value ? "" : "empty" }, ...shownValue(value, changed ? against : value, side));
      const detail = DETAIL[cell] && reading.detail[DETAIL[cell]];
      if (detail) dd.append(make("small", { textContent: detail, className: DETAIL[cell] in page.cells ? "differs" : "" }));
      const name = make("dt", { textContent: cell }, changed ? make("span", { className: "visually-hidden", textContent: " (changed)" }) : null);
      const marked = changed || (DETAIL[cell] in page.cells);
      cells.append(make("div", { className: marked ? "cell changed" : "cell", data: { cell } }, name, dd));
    }
    shown.append(cells);
    return shown;
  };
  $("readings").replaceChildren(card("old"), card("new"), make("ul", { className: "verdicts", id: "verdicts" }));
}

/** A value, its items that the other side lacks marked as lost (old) or gained (new). */
function shownValue(value, against, side) {
  if (!value) return ["—"];
  if (against === value || against === null || against === undefined) return [value];
  const others = against.split("; ");
  const tag = side === "old" ? "del" : "ins";
  return value.split("; ").flatMap((part, n) => [n ? "; " : "", others.includes(part) ? part : make(tag, { textContent: part })]);
}

function showState() {
  const { state } = items.get(current);
  const verdicts = [];
  const line = (who, verdict, value, note) => {
    const edited = value && verdict === "edit" ? JSON.parse(value) : null;
    const told = edited && `${edited.trigger}: ${Object.entries(edited.cells).filter(([, v]) => v).map(([k, v]) => `${k} ${v}`).join(" · ")}`;
    return make("li", {}, make("strong", { textContent: `${who}: ` }), verdict ? SAYS[verdict] : "", told ? make("div", { className: "soft", textContent: told }) : null, note ? make("div", { textContent: `“${note}”` }) : null);
  };
  if (state.verdict || state.note) verdicts.push(line(boot.role === "adjudicator" ? "adjudicated" : "you", state.verdict, state.value, state.note));
  if (state.earlier) verdicts.push(make("li", { textContent: `Decided before as “${SAYS[state.earlier]}”, on other readings: look again.` }));
  for (const other of state.others ?? []) verdicts.push(line(other.role === "adjudicator" ? `${other.annotator}, adjudicating` : other.annotator, other.verdict, other.value, other.note));
  if (state.conflict) verdicts.forEach((shown) => shown.classList.add("conflict"));
  $("verdicts").replaceChildren(...verdicts);
  for (const card of document.querySelectorAll(".readings .card")) card.classList.toggle("chosen", state.verdict === (card.dataset.side === "old" ? "reject" : "accept"));
}

const NAMES = {
  gained: { accept: "Add event", reject: "No event" },
  lost: { accept: "No event", reject: "Keep event" },
};

function buttons(page) {
  const names = { accept: "Accept new", reject: "Keep old", ...NAMES[page?.kind] };
  for (const [does, text] of Object.entries(names)) document.querySelector(`[data-does="${does}"] span`).textContent = text;
  for (const button of document.querySelectorAll("[data-does]")) {
    if (["accept", "reject", "edit", "both_wrong", "skip", "note", "group"].includes(button.dataset.does)) button.disabled = !page;
  }
}

function progress() {
  const every = [...items.values()];
  const left = every.filter(open).length;
  $("progress").max = every.length || 1;
  $("progress").value = every.length - left;
  const here = list.length < every.length ? ` · ${list.filter((id) => open(items.get(id))).length} in this filter` : "";
  $("left").textContent = `${left} left of ${every.length}${here}`;
}

function finish() {
  progress();
  current = null;
  const left = list.filter((id) => open(items.get(id)));
  $("item").hidden = true;
  $("done").hidden = false;
  buttons(null);
  const nothing = boot.role === "adjudicator" ? "Nothing to adjudicate" : "Nothing to decide";
  $("done-title").textContent = !list.length ? nothing : left.length ? "All seen" : "All decided";
  const filtered = list.length < items.size ? " in this filter" : "";
  const same = boot.role === "adjudicator" ? "No two annotators differ." : `${boot.old} and ${boot.new} read the same.`;
  $("done-text").textContent = !list.length ? (items.size ? "Nothing passes this filter." : same) : left.length ? `${left.length} skipped${filtered}.` : `${list.length} decided${filtered}. “labels apply” makes labels of them.`;
  const again = left.length ? make("button", { className: "primary", textContent: "Go back to the skipped", onclick: () => { list = left; at = 0; show(); } }) : null;
  fill($("done-buttons"), again);
  $("done-title").focus({ preventScroll: true });
}

// ------------------------------------------------------------------------------------------------------------------ filter

const VALUES = {
  status: (item) => [open(item) ? (item.state.verdict ? "skipped" : "open") : "decided", ...(item.state.conflict ? ["conflict"] : []), ...(item.state.note ? ["with a note"] : [])],
  document: (item) => [item.document], kind: (item) => [item.kind], severity: (item) => [item.severity],
  type: (item) => [item.type], column: (item) => item.columns, rule: (item) => [item.rule],
};

function refilter(wanted) {
  filters = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value));
  list = [...items.values()].filter((item) => Object.entries(filters).every(([name, value]) => VALUES[name](item).includes(value))).map((item) => item.id);
  at = Math.max(0, list.findIndex((id) => untouched(items.get(id))));
  if (list.some((id) => untouched(items.get(id))) || (list.length && filters.status)) show();
  else finish();
}

function openFilter() {
  for (const select of $("filter").querySelectorAll("select")) {
    const counts = new Map();
    for (const item of items.values()) for (const value of VALUES[select.name](item)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    select.replaceChildren(make("option", { value: "", textContent: "all" }), ...values.map(([value, n]) => make("option", { value, textContent: `${value} (${n})` })));
    select.value = filters[select.name] ?? "";
  }
  $("filter").returnValue = "";
  $("filter").showModal();
}

// ------------------------------------------------------------------------------------------------------------------ groups

let group = null; // {members, sample, seen}

async function openGroup() {
  if (current === null) return;
  const { group: name } = items.get(current);
  const members = list.map((id) => items.get(id)).filter((item) => item.group === name && open(item));
  if (members.length < 2) return say("No other open item here is like this one.");
  const size = Math.min(5, members.length);
  const sample = Array.from({ length: size }, (_, n) => members[Math.floor((n * members.length) / size)]);
  group = { members, sample, seen: 0 };
  $("group-title").textContent = `${members.length} like changes`;
  $("group-about").textContent = name;
  $("group").showModal();
  await fetchPages(sample.map((item) => item.id));
  if (group) nextOfSample();
}

function nextOfSample() {
  if (group.seen >= group.sample.length) return;
  const page = pages.get(group.sample[group.seen].id);
  group.seen += 1;
  const [start, end] = page.sentence;
  const inside = page.segments.filter((segment) => segment.start < end && segment.start + [...segment.text].length > start);
  const text = inside.map((segment) => (segment.marks.length ? make("mark", { className: segment.marks[0][1], textContent: segment.text }) : segment.text));
  const cells = Object.keys(page.cells).length ? Object.keys(page.cells) : boot.cells;
  const reads = (side, cell) => (cell === "trigger" ? page[side]?.trigger : page[side]?.cells[cell] ?? page[side]?.detail[cell]) ?? "";
  const changes = cells.filter((cell) => reads("old", cell) || reads("new", cell)).map((cell) => make("p", { className: "cellchange" }, make("span", { className: "soft", textContent: `${cell} ` }), make("del", { textContent: reads("old", cell) || "—" }), " → ", make("ins", { textContent: reads("new", cell) || "—" })));
  $("group-sample").replaceChildren(make("h3", { textContent: `${group.seen} of a sample of ${group.sample.length}: ${page.title}` }), make("p", { className: "prose" }, ...text), ...changes);
  const all = group.seen === group.sample.length;
  for (const button of $("group").querySelectorAll("[data-group]")) {
    button.disabled = button.dataset.group === "next" ? all : ["accept", "reject"].includes(button.dataset.group) && !all;
  }
}

function groupDoes(does) {
  if (does === "leave") return $("group").close();
  if (does === "next") return nextOfSample();
  if (!group || group.seen < group.sample.length) return;
  const { members } = group;
  const before = members.map((item) => item.state);
  const { action, decisions } = act(members, does);
  actions.push({ action, items: members.map((item) => item.id), before });
  for (const item of members) item.state = { ...item.state, verdict: does, value: "", others: undefined, conflict: false };
  outbox.put(decisions);
  $("group").close();
  say(`${members.length} items ${does === "accept" ? "accepted" : "kept as they were"}; u undoes all of them.`);
  advance();
}

// ------------------------------------------------------------------------------------------------------------------ editing

let edited = null; // {start, end, trigger}
let field = null;

function openEdit() {
  if (current === null) return;
  const page = pages.get(current);
  const earlier = items.get(current).state;
  const reading = earlier.verdict === "edit" && earlier.value ? JSON.parse(earlier.value) : (page.new ?? page.old);
  edited = { start: reading.start, end: reading.end, trigger: reading.trigger };
  const form = $("edit");
  for (const cell of boot.cells) if (form.elements[cell]) form.elements[cell].value = reading.cells[cell];
  form.elements.trigger.value = reading.trigger;
  for (const problem of form.querySelectorAll(".problem")) problem.textContent = "";
  $("readings").hidden = true;
  form.hidden = false;
  // Where the readings differ is most likely what is to be written.
  form.elements[boot.cells.find((cell) => cell in page.cells && form.elements[cell]) ?? "type"].focus();
}

function leaveEdit() {
  if ($("edit").hidden) return;
  $("edit").hidden = true;
  $("readings").hidden = false;
  field = null;
  if ($("edit").contains(document.activeElement)) document.activeElement.blur();
}

/** Source offset of a place in the shown text: segments know where they begin, in code points. */
function offsetOf(node, inside) {
  const segment = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
  if (!segment || !$("source").contains(segment)) return null;
  return Number(segment.dataset.start) + [...segment.textContent.slice(0, node.nodeType === Node.TEXT_NODE ? inside : 0)].length;
}

function takeSelection() {
  const selection = document.getSelection();
  if ($("edit").hidden || !field || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const text = selection.toString().trim();
  let start = offsetOf(range.startContainer, range.startOffset);
  if (start === null || !text || !$("source").contains(range.endContainer)) return;
  if (field.name === "trigger") {
    start += [...selection.toString()].length - [...selection.toString().trimStart()].length;
    edited = { start, end: start + [...text].length, trigger: text };
    field.value = text;
  } else if (["places", "initiators", "targets", "citations"].includes(field.name)) {
    const name = field.name === "citations" ? text.replace(/^\[|\]$/g, "") : text;
    field.value = field.value.trim() ? `${field.value.trim().replace(/;$/, "")}; ${name}` : name;
  } else if (field.name === "casualties") {
    field.value += ` (${text})`;
  } else return;
  selection.removeAllRanges();
  field.focus();
}

/** Where a typed trigger stands: its occurrence nearest to where the trigger was. */
function locateTrigger(words) {
  if (words === edited.trigger) return edited;
  const { segments } = pages.get(current);
  const text = segments.map((segment) => segment.text).join("");
  let best = null;
  for (let found = text.indexOf(words); words && found >= 0; found = text.indexOf(words, found + 1)) {
    const start = segments[0].start + [...text.slice(0, found)].length;
    if (!best || Math.abs(start - edited.start) < Math.abs(best.start - edited.start)) best = { start, end: start + [...words].length, trigger: words };
  }
  return best;
}

async function saveEdit() {
  if (saving) return;
  const form = $("edit");
  const item = items.get(current);
  for (const problem of form.querySelectorAll(".problem")) problem.textContent = "";
  const span = locateTrigger(form.elements.trigger.value.trim());
  if (!span) {
    $("wrong-trigger").textContent = "These words do not stand in the text shown.";
    return form.elements.trigger.focus();
  }
  const cells = Object.fromEntries(boot.cells.map((cell) => [cell, form.elements[cell]?.value.trim() ?? ""]));
  const before = item.state;
  const { action, decisions } = act([item], "edit", JSON.stringify({ cells, start: span.start, end: span.end }));
  saving = true;
  const { status, content } = await outbox.put(decisions);
  saving = false;
  // Whoever left the editor while the server was away stays where he went.
  const here = current === item.id && !form.hidden;
  if (status === 422) {
    item.state = before;
    const wrong = Object.entries(content.cells ?? {});
    if (!here || !wrong.length) return say(`An edit was not taken: ${wrong.map(([cell, problem]) => `${cell}: ${problem}`).join("; ") || content.error}`);
    for (const [cell, problem] of wrong) $(`wrong-${cell}`).textContent = problem;
    form.elements[wrong[0][0]].focus();
  } else if (status === 200) {
    actions.push({ action, items: [item.id], before: [before] });
    progress();
    if (here) advance();
  }
}
let saving = false;

// ------------------------------------------------------------------------------------------------------------------ keys

const DOES = {
  accept: () => decide("accept"), reject: () => decide("reject"), both_wrong: () => decide("both_wrong"), skip: () => decide("skip"),
  edit: openEdit, undo, previous: () => step(-1), next: () => step(1), group: openGroup, filter: openFilter,
  note: () => {
    if (current === null) return;
    $("note-text").value = items.get(current).state.note;
    $("note").returnValue = "";
    $("note").showModal();
  },
  help: () => $("help").showModal(),
};
const KEYS = { a: "accept", x: "reject", e: "edit", b: "both_wrong", " ": "skip", u: "undo", p: "previous", n: "next", g: "group", f: "filter", c: "note", "?": "help" };

function onKey(event) {
  // The field of a window that has just closed keeps the focus until the next frame: a key on it is meant for the page.
  const typing = !event.target.closest("dialog:not([open])") && event.target.closest("input, textarea, select, [contenteditable]");
  if (!$("edit").hidden) {
    if (event.key === "Escape") leaveEdit();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("edit").requestSubmit();
    else return;
    return event.preventDefault();
  }
  if ($("group").open) {
    const does = { n: "next", a: "accept", x: "reject" }[event.key];
    if (does && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey) groupDoes(does);
    return;
  }
  if (document.querySelector("dialog[open]")) {
    if ($("filter").open && event.key === "Enter" && event.target.closest("select")) {
      event.preventDefault();
      $("filter").close("apply");
    }
    if ($("note").open && event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("note").close("save");
    return;
  }
  if (typing) return;
  const control = event.ctrlKey || event.metaKey;
  const does = control && event.key === "z" ? "undo" : !control && !event.altKey ? KEYS[event.key] : undefined;
  // Space on a button presses that button; a key held down decides once.
  if (!does || (event.key === " " && event.target.closest("button, a, summary"))) return;
  event.preventDefault();
  if (!event.repeat || does === "next" || does === "previous") DOES[does]();
}

function wire() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("mouseup", () => setTimeout(takeSelection));
  for (const button of document.querySelectorAll("[data-does]")) {
    button.addEventListener("click", (event) => {
      // A button pressed with the mouse must not keep the focus, or the space bar would press it again.
      if (event.detail) button.blur();
      DOES[button.dataset.does]();
    });
  }
  $("edit").addEventListener("focusin", (event) => (field = event.target.closest("input, select") ?? field));
  $("edit").addEventListener("submit", (event) => {
    event.preventDefault();
    saveEdit();
  });
  $("leave-edit").addEventListener("click", leaveEdit);
  $("clear-filter").addEventListener("click", () => {
    $("filter").close();
    refilter({});
  });
  $("filter").addEventListener("close", () => $("filter").returnValue === "apply" && refilter(Object.fromEntries(new FormData($("filter").querySelector("form")))));
  $("note").addEventListener("close", () => {
    if ($("note").returnValue !== "save" || current === null) return;
    const item = items.get(current);
    const note = $("note-text").value.trim();
    outbox.put(act([item], "note", note).decisions);
    item.state = { ...item.state, note };
    showState();
  });
  $("group").addEventListener("close", () => (group = null));
  for (const button of $("group").querySelectorAll("[data-group]")) button.addEventListener("click", () => groupDoes(button.dataset.group));
}

if ($("sign-in")) signIn($("sign-in"));
else begin();
