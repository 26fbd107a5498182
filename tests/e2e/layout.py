"""What does not fit: parts that reach beyond the window, controls that cut off their own
words, cells whose words run into the next cell."""

from playwright.sync_api import Page

MISFITS = """() => {
  const shown = part => part.getBoundingClientRect().width > 0 && part.getBoundingClientRect().height > 0;
  const beyond = part => {
    const { left, right } = part.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1;
  };
  const cut = part => part.matches('button, a, [role=tab]') && part.scrollWidth > part.clientWidth + 1
    && getComputedStyle(part).display !== 'inline';
  const spilt = part => part.matches('td') && part.scrollWidth > part.clientWidth + 1;
  return [...document.querySelectorAll('body *')]
    .filter(part => shown(part) && (beyond(part) || cut(part) || spilt(part)))
    .map(part => part.outerHTML.slice(0, 160));
}"""


def misfits(page: Page) -> list[str]:
    found: list[str] = page.evaluate(MISFITS)
    return found
