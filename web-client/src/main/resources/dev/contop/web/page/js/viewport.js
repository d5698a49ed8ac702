// What of the page can be seen while a virtual keyboard is up: some browsers lay the keyboard over the page instead of
// making the page smaller.

/** @param {HTMLElement} root gets `--visible-height` and `--visible-top` */
export function followViewport(root) {
  const viewport = window.visualViewport;
  if (!viewport) return;
  const follow = () => {
    // Zoomed in, the visible part is smaller for another reason.
    if (viewport.scale > 1.01) return;
    root.style.setProperty('--visible-height', `${viewport.height}px`);
    root.style.setProperty('--visible-top', `${viewport.offsetTop}px`);
  };
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
  follow();
}
