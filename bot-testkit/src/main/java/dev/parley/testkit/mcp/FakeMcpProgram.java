package dev.parley.testkit.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A fake MCP server as a program, by its standard input and output. It greets on its output, as
/// many do, and says on its errors what it reads.
public final class FakeMcpProgram {
  private FakeMcpProgram() {}

  /// What starts it with this Java.
  ///
  /// @param flags how it misbehaves: those of [FakeMcp], `ends` (at once) and `stays` (when its
  ///     input ends)
  public static List<String> command(String... flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx128m", "-classpath"));
    command.add(System.getProperty("java.class.path"));
    command.add(FakeMcpProgram.class.getName());
    command.addAll(List.of(flags));
    return command;
  }

  public static void main(String[] flags) throws IOException, InterruptedException {
    if (List.of(flags).contains("ends")) {
      System.exit(7);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("Fake server ready.");
    FakeMcp server = new FakeMcp(Set.of(flags), message -> out.println(message));
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.err.println("read: " + line);
        answer(server, FakeMcp.JSON.readTree(line), out);
      }
    }
    if (List.of(flags).contains("stays")) {
      Thread.currentThread().join();
    }
  }

  private static void answer(FakeMcp server, JsonNode message, PrintStream out) {
    for (ObjectNode answer : server.answers(message)) {
      List.of("{\"this\": is no message", "null", "[]", "").forEach(out::println);
      out.println(answer);
    }
  }
}
