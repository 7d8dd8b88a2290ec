/// Files that people send in Slack: which there are, and how they are fetched.
@NullMarked
package dev.parley.slack.file;

import org.jspecify.annotations.NullMarked;
