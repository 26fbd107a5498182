// j k a d u, wherever the focus is, except while somebody types. OHIF's own key for "a" gives way.

const KEYS = { j: 'next', k: 'previous', a: 'approve', d: 'decline', u: 'undo' };

/** The action a key stands for, or undefined. */
export function actionOf(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || isTyping(event.target)) return undefined;
  return KEYS[event.key?.toLowerCase()];
}

const isTyping = target => /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName) || Boolean(target?.isContentEditable);

/** Calls act(action) for our keys until the returned function is called. */
export function listenForKeys(act) {
  const onkeydown = event => {
    const action = actionOf(event);
    if (!action) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    act(action);
  };
  window.addEventListener('keydown', onkeydown, { capture: true });
  return () => window.removeEventListener('keydown', onkeydown, { capture: true });
}
