/// Slash commands, menus, dialogs and buttons.
@NullMarked
package dev.parley.discord.command;

import org.jspecify.annotations.NullMarked;
