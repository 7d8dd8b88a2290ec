/// The connection by which Discord tells of events.
@NullMarked
package dev.parley.discord.gateway;

import org.jspecify.annotations.NullMarked;
