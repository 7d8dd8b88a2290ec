package dev.parley.launcher;

import dev.parley.launcher.settings.Settings;
import dev.parley.launcher.settings.SettingsException;
import dev.parley.launcher.settings.SettingsFile;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// Where the bot's process begins: reads the settings, starts the bot, and waits for a signal.
public final class Main {
  private static final String LOGGING = "logback.configurationFile";

  private Main() {}

  /// Ends with status 1 where the bot cannot start, and says why on the standard error.
  public static void main(String[] arguments) throws InterruptedException {
    Lifetime lifetime = new Lifetime();
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(lifetime::close));
    if (!started(System.getenv(), lifetime, System.out, System.err)) {
      System.exit(1);
    }
    new CountDownLatch(1).await();
  }

  private static boolean started(
      Map<String, String> environment, Lifetime lifetime, PrintStream out, PrintStream err) {
    try {
      SettingsFile file = new SettingsFile(environment, Path.of(""));
      chooseLogging(file.path().resolveSibling("logback.xml"));
      takeOtherLogs();
      Settings settings = file.read();
      SecretRedaction.hide(settings.secrets());
      List<String> notice = Wiring.start(settings, lifetime);
      lifetime.drains("the farewell", () -> out.println("Stopping ..."));
      notice.forEach(out::println);
      return true;
    } catch (SettingsException mistaken) {
      err.println("Parley cannot start, because of its settings:");
      mistaken.mistakes().forEach(mistake -> err.println("- " + mistake));
    } catch (StartException impossible) {
      err.println(impossible.getMessage());
    } catch (RuntimeException broken) {
      LoggerFactory.getLogger(Main.class).error("Parley cannot start", broken);
    }
    return false;
  }

  /// Of libraries that log by `java.util.logging`.
  private static void takeOtherLogs() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /// Before the first logger is made, because Logback looks once.
  private static void chooseLogging(Path file) {
    if (System.getProperty(LOGGING) == null && Files.isRegularFile(file)) {
      System.setProperty(LOGGING, file.toUri().toString());
    }
  }
}
