/// What the bot asks of other machines by HTTP, safely.
@NullMarked
package dev.parley.fetch;

import org.jspecify.annotations.NullMarked;
