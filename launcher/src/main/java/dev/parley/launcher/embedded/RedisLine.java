package dev.parley.launcher.embedded;

import dev.parley.secret.Secret;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;

/// A short talk with a Redis server: to see whether it lets the bot in and is ready, and to end it.
public final class RedisLine implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 5_000;

  private final Socket socket;
  private final OutputStream out;
  private final BufferedReader in;

  private RedisLine(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(PATIENCE_MILLIS);
    out = socket.getOutputStream();
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  /// Opens a line to any server.
  ///
  /// @throws IOException where nobody answers
  public static RedisLine open(SocketFactory sockets, String host, int port) throws IOException {
    Socket socket = sockets.createSocket();
    try {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return new RedisLine(socket);
    } catch (IOException broken) {
      socket.close();
      throw broken;
    }
  }

  /// @throws IOException where nobody answers on this machine, or does not know the password
  static RedisLine open(int port, Secret password) throws IOException {
    RedisLine line = open(SocketFactory.getDefault(), "127.0.0.1", port);
    try {
      if (!line.ask("AUTH", password.reveal()).startsWith("+OK")) {
        throw new IOException("the server on port " + port + " has another password");
      }
      return line;
    } catch (IOException broken) {
      line.close();
      throw broken;
    }
  }

  /// Whether the server has read all its data and takes commands.
  boolean ready() throws IOException {
    return ask("PING").equals("+PONG");
  }

  /// Ends the server once all is on the disk; its answer is that it hangs up.
  void shutDown() throws IOException {
    send("SHUTDOWN");
    String refusal = in.readLine();
    if (refusal != null) {
      throw new IOException("the server does not shut down: " + refusal);
    }
  }

  /// The first line of the server's answer to a command.
  public String ask(String... words) throws IOException {
    send(words);
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException("the server hung up");
    }
    return answer;
  }

  private void send(String... words) throws IOException {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      int bytes = word.getBytes(StandardCharsets.UTF_8).length;
      command.append('$').append(bytes).append("\r\n").append(word).append("\r\n");
    }
    out.write(command.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
