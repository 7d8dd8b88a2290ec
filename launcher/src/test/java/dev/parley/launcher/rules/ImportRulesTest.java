package dev.parley.launcher.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.onlyDependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.parley.conversation.StoreUnavailableException;
import dev.parley.inbox.DiscardOutcome;
import dev.parley.inbox.Feedback;
import dev.parley.inbox.RegenerateOutcome;
import dev.parley.inbox.StopOutcome;
import dev.parley.inbox.TurnRef;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import dev.parley.usage.TokenUsage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Imports")
class ImportRulesTest {
  /// The core's concepts: each may use only those before it.
  private static final List<String> ORDER =
      List.of(
          "secret",
          "identity",
          "fetch",
          "argument",
          "picture",
          "recording",
          "attachment",
          "usage",
          "message",
          "citation",
          "tool",
          "httptool",
          "page",
          "model",
          "illustration",
          "conversation",
          "quota",
          "inbox",
          "approval",
          "knowledge",
          "ingestion",
          "command",
          "platform",
          "recall",
          "consultation",
          "turn",
          "engine");

  /// Implementations of the core's ports, which no concept knows.
  private static final List<String> LEAVES =
      List.of("redis", "gemini", "chart", "calculator", "document", "lucene");

  private static final List<String> ADAPTERS = List.of("slack", "discord", "web");

  /// What is outside of the core, besides the adapters.
  private static final List<String> AROUND =
      List.of("launcher", "testkit", "demo", "mcp", "minilm");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.parley");

  private static String[] packages(List<String> concepts) {
    return concepts.stream().map(concept -> "dev.parley." + concept + "..").toArray(String[]::new);
  }

  private static List<String> joined(List<String> some, List<String> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  static List<String> order() {
    return ORDER;
  }

  @Test
  @DisplayName("are read from the classes of all modules")
  void found() {
    assertThat(CLASSES.size()).isGreaterThan(100);
    assertThat(CLASSES.contain("dev.parley.inbox.Inbox")).isTrue();
    assertThat(CLASSES.contain("dev.parley.slack.SlackSettings")).isTrue();
  }

  @Test
  @DisplayName("know only packages that have a place in the order")
  void known() {
    List<String> all = joined(joined(ORDER, LEAVES), joined(ADAPTERS, AROUND));

    classes().should().resideInAnyPackage(packages(all)).check(CLASSES);
  }

  @ParameterizedTest(name = "from {0}")
  @MethodSource("order")
  @DisplayName("of the core's concepts point one way")
  void oneWay(String concept) {
    List<String> later = ORDER.subList(ORDER.indexOf(concept) + 1, ORDER.size());
    List<String> outside = joined(LEAVES, joined(ADAPTERS, AROUND));

    noClasses()
        .that()
        .resideInAPackage("dev.parley." + concept + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(joined(later, outside)))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  @DisplayName("make no circle")
  void circles() {
    slices().matching("dev.parley.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource({
    "com.google.genai, dev.parley.gemini",
    "com.networknt, dev.parley.argument",
    "io.burt.jmespath, dev.parley.httptool",
    "org.redisson, dev.parley.redis",
    "org.knowm.xchart, dev.parley.chart",
    "com.ezylang, dev.parley.calculator",
    "org.apache.poi, dev.parley.document",
    "org.apache.pdfbox, dev.parley.document",
    "org.jsoup, dev.parley.page",
    "org.apache.lucene, dev.parley.lucene",
    "ai.djl, dev.parley.minilm",
    "ai.onnxruntime, dev.parley.minilm",
    "io.modelcontextprotocol, dev.parley.mcp.wire",
    "reactor, dev.parley.mcp.wire",
    "com.slack, dev.parley.slack",
    "net.dv8tion, dev.parley.discord",
    "io.javalin, dev.parley.web",
    "redis.embedded, dev.parley.launcher.embedded",
    "ch.qos.logback, dev.parley.launcher",
  })
  @DisplayName("of a library stay where it is adapted")
  void libraries(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackages(home + "..", "dev.parley.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .check(CLASSES);
  }

  @Test
  @DisplayName("of what opens people's documents are in the processes that read them only")
  void opening() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.parley.document..", "dev.parley.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.tika", "org.apache.tika.parser.microsoft..")
        .check(CLASSES);
  }

  @ParameterizedTest(name = "from {0}")
  @ValueSource(strings = {"redis", "gemini", "chart", "calculator", "document", "lucene"})
  @DisplayName("of an implementation stay within the core")
  void leaves(String leaf) {
    List<String> others = LEAVES.stream().filter(other -> !other.equals(leaf)).toList();

    noClasses()
        .that()
        .resideInAPackage("dev.parley." + leaf + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            packages(joined(others, joined(List.of("turn", "engine"), joined(ADAPTERS, AROUND)))))
        .check(CLASSES);
  }

  @ParameterizedTest(name = "from {0}")
  @ValueSource(strings = {"slack", "discord", "web"})
  @DisplayName("of an adapter are the port's, and never another adapter's")
  void adapters(String adapter) {
    String[] seen =
        packages(
            List.of(
                adapter,
                "secret",
                "identity",
                "attachment",
                "message",
                "knowledge",
                "command",
                "platform"));
    DescribedPredicate<JavaClass> allowed =
        resideInAnyPackage(seen)
            .or(DescribedPredicate.not(resideInAPackage("dev.parley..")))
            .or(partOfThePort());

    classes()
        .that()
        .resideInAPackage("dev.parley." + adapter + "..")
        .should(onlyDependOnClassesThat(allowed))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  @DisplayName("of MCP servers' tools are those that tools need")
  void mcp() {
    noClasses()
        .that()
        .resideInAPackage("dev.parley.mcp..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.parley..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage(
                            packages(
                                List.of(
                                    "mcp",
                                    "secret",
                                    "picture",
                                    "recording",
                                    "attachment",
                                    "message",
                                    "tool"))))))
        .check(CLASSES);
  }

  /// Types of other concepts that the ports of adapters themselves speak of.
  private static DescribedPredicate<JavaClass> partOfThePort() {
    List<Class<?>> types =
        List.of(
            TurnRef.class,
            StopOutcome.class,
            RegenerateOutcome.class,
            DiscardOutcome.class,
            Feedback.class,
            StoreUnavailableException.class,
            TokenUsage.class,
            Booking.class,
            Payer.class,
            Purpose.class);
    return DescribedPredicate.describe(
        "that the ports of adapters speak of",
        type -> types.stream().anyMatch(type::isAssignableTo));
  }
}
