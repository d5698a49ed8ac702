// Whether this phone may drive the computer or only watch, as the host says (T95): what it cannot do is not offered.

/**
 * @param {object} parts
 * @param {HTMLElement} parts.root gets `data-role`
 * @param {HTMLElement} parts.badge says that it may only watch
 * @param {HTMLElement[]} parts.acting is of use only to those who may do more
 */
export function roleView({ root, badge, acting }) {
  let viewOnly = false;
  return {
    viewOnly: () => viewOnly,
    /** @param {Record<string, unknown>} payload of a `state_update` */
    take({ role }) {
      viewOnly = role === 'view';
      root.dataset.role = viewOnly ? 'view' : 'control';
      badge.hidden = !viewOnly;
      for (const part of acting) part.hidden = viewOnly;
    },
  };
}
