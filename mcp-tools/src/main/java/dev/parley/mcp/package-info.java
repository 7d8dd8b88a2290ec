/// Tools of MCP servers, which others run: what they offer, what they may do, and what they answer.
@NullMarked
package dev.parley.mcp;

import org.jspecify.annotations.NullMarked;
