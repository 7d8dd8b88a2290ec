/// What is set in the YAML file and the environment, checked.
@NullMarked
package dev.parley.launcher.settings;

import org.jspecify.annotations.NullMarked;
