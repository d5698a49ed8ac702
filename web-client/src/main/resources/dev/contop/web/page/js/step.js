// One step of a run: a command and what it printed, kept within a bound.

/** The most characters of one step that the page keeps. */
export const OUTPUT_LIMIT = 256 * 1024;

/**
 * @typedef {'stdout'|'stderr'} Stream
 * @typedef {{stream: Stream, text: string}} Piece
 * @typedef {object} Step
 * @property {number} number
 * @property {string} tool
 * @property {string} detail
 * @property {string} command
 * @property {string} status as the host names it
 * @property {Piece[]} pieces neighbours of one stream are one piece
 * @property {number} generation grows when the pieces are replaced rather than lengthened
 * @property {boolean} cut
 * @property {number | null} exitCode
 * @property {number | null} durationMs
 */

/** @param {number} number @returns {Step} */
export function newStep(number) {
  return {
    number,
    tool: '',
    detail: '',
    command: '',
    status: 'running',
    pieces: [],
    generation: 0,
    cut: false,
    exitCode: null,
    durationMs: null,
  };
}

/** @param {unknown} value */
export const asText = (value) => (typeof value === 'string' ? value : '');

/** @param {unknown} value */
export const asNumber = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/**
 * Takes up one `agent_progress` (T50): pieces while it runs, the whole at the end.
 *
 * @param {Step} step
 * @param {Record<string, unknown>} payload
 */
export function progressStep(step, payload) {
  step.tool = asText(payload.tool) || step.tool;
  step.detail = asText(payload.detail) || step.detail;
  step.command = asText(payload.command) || step.command;
  step.status = asText(payload.status) || step.status;
  if (payload.truncated === true || asText(payload.truncated) !== '') step.cut = true;
  if (step.status === 'running') {
    append(step, 'stdout', asText(payload.stdout));
    append(step, 'stderr', asText(payload.stderr));
    return;
  }
  step.exitCode = asNumber(payload.exit_code) ?? step.exitCode;
  step.durationMs = asNumber(payload.duration_ms) ?? step.durationMs;
  settle(step, payload);
}

/**
 * The end of a step tells its whole output; what was streamed stays as it stood when it is the same, because only it
 * knows in which order the two streams were written.
 *
 * @param {Step} step @param {Record<string, unknown>} payload
 */
function settle(step, payload) {
  if (typeof payload.stdout !== 'string' && typeof payload.stderr !== 'string') return;
  const stdout = asText(payload.stdout);
  const stderr = asText(payload.stderr);
  if (written(step, 'stdout') === stdout && written(step, 'stderr') === stderr) return;
  step.pieces = [];
  step.generation += 1;
  append(step, 'stdout', stdout);
  append(step, 'stderr', stderr);
}

/** @param {Step} step @param {Stream} stream @param {string} text */
function append(step, stream, text) {
  if (text === '') return;
  const room = OUTPUT_LIMIT - step.pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (text.length > room) step.cut = true;
  const kept = text.slice(0, Math.max(room, 0));
  if (kept === '') return;
  const last = step.pieces.at(-1);
  if (last?.stream === stream) last.text += kept;
  else step.pieces.push({ stream, text: kept });
}

/** @param {Step} step @param {Stream} stream */
export function written(step, stream) {
  return step.pieces
    .filter((piece) => piece.stream === stream)
    .map((piece) => piece.text)
    .join('');
}
