/// Sound and video: what is in a recording, and how long it lasts.
@NullMarked
package dev.parley.recording;

import org.jspecify.annotations.NullMarked;
