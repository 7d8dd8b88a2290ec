/// The pages and the API by which admins manage the bot in a browser.
@NullMarked
package dev.parley.web.admin;

import org.jspecify.annotations.NullMarked;
