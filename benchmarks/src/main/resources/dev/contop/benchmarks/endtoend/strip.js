// The clock strip of the scene, read out of a picture; shared by all viewers. See scene.py for what it looks like.
window.strip = (() => {
  const CELL = 40, COLUMNS = 22, ROWS = 2, LEFT = 40, TOP = 20;

  // Date.now() ticks in whole milliseconds: its edge tells where performance.now() stands.
  let offset = Infinity;
  for (let i = 0; i < 2000; i++) offset = Math.min(offset, Date.now() + 1 - performance.now());
  const epoch = () => performance.now() + offset;

  const canvas = document.createElement('canvas');
  canvas.width = COLUMNS * 4; canvas.height = ROWS * 4;
  const paint = canvas.getContext('2d', { willReadFrequently: true });

  // The time that is drawn in the picture, or null where it cannot be read; `scale` is picture pixels a screen pixel.
  function read(picture, scale) {
    paint.drawImage(picture, LEFT * scale, TOP * scale, COLUMNS * CELL * scale, ROWS * CELL * scale, 0, 0, canvas.width, canvas.height);
    const pixels = paint.getImageData(0, 0, canvas.width, canvas.height).data, width = canvas.width;
    let value = 0, marker = 0, check = 0;
    for (let i = 0; i < COLUMNS * ROWS; i++) {
      const x = (i % COLUMNS) * 4 + 1, y = Math.floor(i / COLUMNS) * 4 + 1;
      const bit = pixels[(y * width + x) * 4 + 1] + pixels[((y + 1) * width + x + 1) * 4 + 1] > 255 ? 1 : 0;
      if (i < 4) marker = marker * 2 + bit; else if (i < 36) value = value * 2 + bit; else check = check * 2 + bit;
    }
    let sum = 0;
    for (let i = 0; i < 4; i++) sum += (i + 1) * (Math.floor(value / 2 ** (24 - 8 * i)) & 255);
    return marker === 10 && check === sum % 251 ? value : null;
  }

  // How old the drawn time was at `time`, a moment of performance.now().
  function age(time, drawn) {
    let age = ((time + offset) % 4294967296) - drawn;
    if (age < -2147483648) age += 4294967296;
    return age;
  }

  const at = (sorted, p) => sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] : null;
  const spread = values => {
    const s = [...values].sort((a, b) => a - b);
    return { count: s.length, p50: at(s, 0.5), p99: at(s, 0.99), max: s.at(-1) ?? null };
  };

  // Collects the pictures that were shown: how old each was, and whether it was a new one.
  const ages = {
    all: [], unread: 0, newest: null,
    reset() { this.all = []; this.unread = 0; },
    shown(picture, scale, time, received) {
      const drawn = read(picture, scale);
      if (drawn === null) this.unread++;
      else this.all.push({ age: age(time, drawn), receive: received ? age(received, drawn) : null, fresh: drawn !== this.newest });
      this.newest = drawn;
    },
    report() {
      return {
        unread: this.unread,
        glass: spread(this.all.map(a => a.age)),
        received: spread(this.all.filter(a => a.receive !== null).map(a => a.receive)),
        fresh: spread(this.all.filter(a => a.fresh).map(a => a.age)),
      };
    },
  };

  return { epoch, spread, ages };
})();
