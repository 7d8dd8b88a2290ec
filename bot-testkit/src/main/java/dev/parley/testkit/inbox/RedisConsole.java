package dev.parley.testkit.inbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A plain connection to Redis, for what tests ask and do behind the back of what they test.
public final class RedisConsole implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Socket socket = new Socket();
  private final InputStream in;
  private final OutputStream out;

  RedisConsole(int port, String password) throws IOException {
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
      out = socket.getOutputStream();
      var _ = send("AUTH", password);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// The answer as a list of texts, whatever its form; an absent value is an empty text.
  ///
  /// @throws IOException where there is no answer, or an error as the answer
  public List<String> send(String... command) throws IOException {
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.writeBytes(utf8("*" + command.length + "\r\n"));
    for (String part : command) {
      byte[] bytes = utf8(part);
      request.writeBytes(utf8("$" + bytes.length + "\r\n"));
      request.writeBytes(bytes);
      request.writeBytes(utf8("\r\n"));
    }
    out.write(request.toByteArray());
    out.flush();
    List<String> answer = new ArrayList<>();
    read(answer);
    return answer;
  }

  /// What comes without being asked for, once the server was told to send it: the next line.
  ///
  /// @throws IOException where nothing comes
  String heard() throws IOException {
    return line();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void read(List<String> answer) throws IOException {
    String line = line();
    String rest = line.substring(1);
    switch (line.charAt(0)) {
      case '-' -> throw new IOException(rest);
      case '$' -> answer.add(bulk(Integer.parseInt(rest)));
      case '*' -> {
        for (int left = Integer.parseInt(rest); left > 0; left--) {
          read(answer);
        }
      }
      default -> answer.add(rest);
    }
  }

  private String bulk(int length) throws IOException {
    if (length < 0) {
      return "";
    }
    String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    in.skipNBytes(2);
    return text;
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("Redis closed the connection");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
