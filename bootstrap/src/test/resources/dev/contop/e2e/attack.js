// Everything that a page can do to make a browser send requests elsewhere. Resolves to what became
// of each attempt, as far as the page can tell.
window.attack = async (base, paths, sockets) => {
  const told = {};
  const frames = [];
  const pause = ms => new Promise(resolve => setTimeout(resolve, ms));
  const note = (what, outcome) => { told[what] = String(outcome); };

  const element = (name, set, what) => new Promise(resolve => {
    const made = document.createElement(name);
    made.onload = () => { note(what, 'loaded'); resolve(); };
    made.onerror = () => { note(what, 'error'); resolve(); };
    set(made);
    document.body.append(made);
    setTimeout(resolve, 1500);
  });

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
    made.submit();
    note(what, 'submitted');
  };

  const ask = async (url, options, what) => {
    try {
      const answer = await fetch(url, { ...options, signal: AbortSignal.timeout(3000) });
      note(what, `${answer.type} ${answer.status} ${(await answer.text()).length}`);
    } catch (error) {
      note(what, `failed ${error.name}`);
    }
  };

  const open = url => new Promise(resolve => {
    try {
      const socket = new WebSocket(url);
      socket.onopen = () => { note(url, 'open'); socket.close(); resolve(); };
      socket.onerror = () => { note(url, 'refused'); resolve(); };
      setTimeout(resolve, 3000);
    } catch (error) {
      note(url, error.name);
      resolve();
    }
  });

  const all = [];
  for (const path of paths) {
    const url = base + path;
    form(url, 'post', 'application/x-www-form-urlencoded', `form post ${path}`);
    form(url, 'post', 'text/plain', `form text ${path}`);
    form(url, 'post', 'multipart/form-data', `form data ${path}`);
    form(url, 'get', 'application/x-www-form-urlencoded', `form get ${path}`);
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
  await Promise.all(all);
  await pause(1000);
  return told;
};
