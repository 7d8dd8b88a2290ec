/// The web chat, the HTTP API and health: one HTTP server for all that Parley serves.
@NullMarked
package dev.parley.web;

import org.jspecify.annotations.NullMarked;
