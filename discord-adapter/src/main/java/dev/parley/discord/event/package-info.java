/// What people say, change and delete in Discord, as the core takes it.
@NullMarked
package dev.parley.discord.event;

import org.jspecify.annotations.NullMarked;
