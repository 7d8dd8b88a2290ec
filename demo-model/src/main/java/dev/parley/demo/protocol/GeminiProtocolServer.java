package dev.parley.demo.protocol;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server of the Gemini protocol on a free port of the loopback address, inside this process.
public final class GeminiProtocolServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final KeptFiles files;

  private GeminiProtocolServer(HttpServer server, ExecutorService threads, KeptFiles files) {
    this.server = server;
    this.files = files;
    this.threads = threads;
  }

  /// Starts a server whose answers come from this responder.
  public static GeminiProtocolServer start(Responder responder) {
    return start(responder, new KeptFiles(Clock.systemUTC()));
  }

  /// Starts a server that keeps uploaded files among these.
  public static GeminiProtocolServer start(Responder responder, KeptFiles files) {
    // Without it, the second small packet of a stream waits 40 ms for the first one's receipt.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      server.setExecutor(threads);
      server.createContext("/v1beta/models", new ModelsHandler(responder, files)::handle);
      server.createContext("/v1beta/files/", new FilesHandler(files)::handle);
      server.createContext("/upload/v1beta/files", new FilesHandler(files)::handle);
      server.createContext("/", GeminiProtocolServer::notFound);
      server.start();
      return new GeminiProtocolServer(server, threads, files);
    } catch (IOException e) {
      throw new UncheckedIOException("the model's server cannot listen on loopback", e);
    }
  }

  /// The base URL for clients.
  public URI uri() {
    String host = server.getAddress().getAddress().getHostAddress();
    return URI.create("http://" + host + ":" + server.getAddress().getPort());
  }

  /// The files that were uploaded.
  public KeptFiles files() {
    return files;
  }

  private static void notFound(HttpExchange exchange) throws IOException {
    Wire.send(exchange, ProtocolError.of(404, "Requested entity was not found."));
  }

  /// Ends all answers that still run.
  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
