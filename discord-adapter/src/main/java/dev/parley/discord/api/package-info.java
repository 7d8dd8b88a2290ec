/// The way to Discord's API: calls, their limits, and what can go wrong.
@NullMarked
package dev.parley.discord.api;

import org.jspecify.annotations.NullMarked;
