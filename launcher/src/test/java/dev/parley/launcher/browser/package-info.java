/// The web chat of the running bot in a real browser.
@NullMarked
package dev.parley.launcher.browser;

import org.jspecify.annotations.NullMarked;
