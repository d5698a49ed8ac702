// Everything that a page can do to make a browser send requests elsewhere. Resolves to what became
// of each attempt, as far as the page can tell, once the browser has done with all of them. What it
// has not done with after a while stays untold.
window.attack = async (base, paths, sockets) => {
  const told = {};
  const frames = [];
  const within = (ms, happening) =>
    Promise.race([happening, new Promise(resolve => setTimeout(resolve, ms))]);
  const note = (what, outcome) => { told[what] = String(outcome); };

  const element = (name, set, what) => within(1500, new Promise(resolve => {
    const made = document.createElement(name);
    made.onload = () => { note(what, 'loaded'); resolve(); };
    made.onerror = () => { note(what, 'error'); resolve(); };
    set(made);
    document.body.append(made);
  }));

  const form = (url, method, type, what) => {
    const frame = document.createElement('iframe');
    frame.name = `frame${frames.length}`;
    frames.push(frame);
    document.body.append(frame);
    const made = document.createElement('form');
    made.action = url;
    made.method = method;
    made.enctype = type;
    made.target = frame.name;
    const field = document.createElement('input');
    field.name = 'X-Contop';
    field.value = '1';
    made.append(field);
    document.body.append(made);
    const done = within(3000, new Promise(resolve => { frame.onload = resolve; }));
    made.submit();
    note(what, 'submitted');
    return done;
  };

  const ask = async (url, options, what) => {
    try {
      const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(3000) });
      note(what, `${answer.type} ${answer.status} ${(await answer.text()).length}`);
    } catch (error) {
      note(what, `failed ${error.name}`);
    }
  };

  const open = url => within(3000, new Promise(resolve => {
    try {
      const socket = new WebSocket(url);
      socket.onopen = () => { note(url, 'open'); socket.close(); resolve(); };
      socket.onerror = () => { note(url, 'refused'); resolve(); };
    } catch (error) {
      note(url, error.name);
      resolve();
    }
  }));

  /** Resolves when the browser has done with so many beacons. */
  const beacons = count => within(3000, new Promise(resolve => {
    let seen = 0;
    new PerformanceObserver(list => {
      seen += list.getEntries().filter(entry => entry.initiatorType === 'beacon').length;
      if (seen >= count) resolve();
    }).observe({ type: 'resource', buffered: true });
  }));

  const all = [];
  for (const path of paths) {
    const url = base + path;
    all.push(form(url, 'post', 'application/x-www-form-urlencoded', `form post ${path}`));
    all.push(form(url, 'post', 'text/plain', `form text ${path}`));
    all.push(form(url, 'post', 'multipart/form-data', `form data ${path}`));
    all.push(form(url, 'get', 'application/x-www-form-urlencoded', `form get ${path}`));
    all.push(element('img', e => { e.src = url; }, `img ${path}`));
    all.push(element('script', e => { e.src = url; }, `script ${path}`));
    all.push(element('iframe', e => { e.src = url; }, `iframe ${path}`));
    all.push(element('link', e => { e.rel = 'stylesheet'; e.href = url; }, `style ${path}`));
    all.push(ask(url, { method: 'POST', mode: 'no-cors', credentials: 'include' }, `no-cors ${path}`));
    all.push(ask(url, { method: 'GET', mode: 'no-cors' }, `no-cors get ${path}`));
    all.push(ask(url, { method: 'POST' }, `cors ${path}`));
    all.push(ask(url, { method: 'POST', headers: { 'X-Contop': '1' } }, `marked ${path}`));
    all.push(ask(url, { method: 'DELETE', headers: { 'X-Contop': '1' } }, `delete ${path}`));
    all.push(ask(url, { method: 'GET' }, `get ${path}`));
    note(`beacon ${path}`, navigator.sendBeacon(url, 'x'));
  }
  for (const url of sockets) all.push(open(url));
  all.push(beacons(paths.length));
  await Promise.all(all);
  return told;
};
