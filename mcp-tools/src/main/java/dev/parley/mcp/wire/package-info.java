/// The Model Context Protocol on the wire: programs and addresses, connections and messages.
@NullMarked
package dev.parley.mcp.wire;

import org.jspecify.annotations.NullMarked;
