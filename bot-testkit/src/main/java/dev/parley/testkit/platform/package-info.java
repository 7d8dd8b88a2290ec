/// What being a platform means, and stand-ins for those that the core talks to.
@NullMarked
package dev.parley.testkit.platform;

import org.jspecify.annotations.NullMarked;
