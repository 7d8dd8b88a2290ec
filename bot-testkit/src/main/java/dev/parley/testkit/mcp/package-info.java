/// Stand-ins of MCP servers, which misbehave where they are told to.
@NullMarked
package dev.parley.testkit.mcp;

import org.jspecify.annotations.NullMarked;
