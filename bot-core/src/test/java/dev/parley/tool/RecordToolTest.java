package dev.parley.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.identity.Author;
import dev.parley.identity.Place;
import dev.parley.identity.PlatformName;
import dev.parley.identity.SessionScope;
import dev.parley.identity.TenantId;
import dev.parley.identity.UserId;
import dev.parley.usage.Booking;
import dev.parley.usage.Payer;
import dev.parley.usage.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A tool whose arguments are a record")
class RecordToolTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TenantId TENANT = new TenantId(new PlatformName("web"), "local");
  private static final Author ANN = new Author(new UserId("ann"), "Ann");
  private static final Place PLACE = new Place(TENANT, "x", Optional.empty(), true);
  private static final ToolContext CONTEXT =
      new ToolContext(
          new ToolUser(PLACE.conversation(SessionScope.CHANNEL, ANN.id()), PLACE, ANN, Set.of()),
          new Booking(
              new Payer(TENANT, "x", ANN.id(), ANN.name(), Set.of()),
              Purpose.ANSWER,
              Optional.empty()),
          ToolFiles.NONE);

  enum Unit {
    METRES,
    FEET
  }

  record Leg(String from, double length) {}

  record Walk(
      @Argument("Who walks") String who,
      int speed,
      Unit unit,
      List<Leg> legs,
      Optional<Boolean> roundTrip) {
    Walk {
      if (speed < 1) {
        throw new IllegalArgumentException("speed must be 1 or more");
      }
    }
  }

  private static final class Walking extends RecordTool<Walk> {
    Walking() {
      super("walk", "Plans a walk.", Walk.class);
    }

    @Override
    public ToolEffect effect() {
      return ToolEffect.READS;
    }

    @Override
    protected ToolResult run(Walk walk, ToolContext context) {
      return new ToolResult.Success(JsonNodeFactory.instance.textNode(walk.toString()));
    }
  }

  private static ToolResult run(String arguments) throws Exception {
    return new Walking().run(JSON.readTree(arguments), CONTEXT);
  }

  @Test
  @DisplayName("is told to the model by a JSON Schema of its components")
  void schema() throws Exception {
    JsonNode schema = new Walking().spec().parameters();

    assertThat(schema)
        .isEqualTo(
            JSON.readTree(
                """
                {"type":"object","properties":{
                  "who":{"type":"string","description":"Who walks"},
                  "speed":{"type":"integer"},
                  "unit":{"type":"string","enum":["metres","feet"]},
                  "legs":{"type":"array","items":{"type":"object","properties":{
                    "from":{"type":"string"},"length":{"type":"number"}},
                    "required":["from","length"]}},
                  "round_trip":{"type":"boolean"}},
                 "required":["who","speed","unit","legs"]}"""));
  }

  @Test
  @DisplayName("gets them as the record, with what was left out empty")
  void arguments() throws Exception {
    ToolResult least = run("{\"who\":\"Ann\",\"speed\":5,\"unit\":\"feet\",\"legs\":[]}");
    ToolResult full =
        run(
            "{\"who\":\"Ann\",\"speed\":5,\"unit\":\"metres\",\"round_trip\":true,"
                + "\"legs\":[{\"from\":\"home\",\"length\":2.5}]}");

    assertThat(least.toString())
        .contains("Walk[who=Ann, speed=5, unit=FEET, legs=[], roundTrip=Optional.empty]");
    assertThat(full.toString())
        .contains("unit=METRES, legs=[Leg[from=home, length=2.5]], roundTrip=Optional[true]");
  }

  @Test
  @DisplayName("fails in the record's own words where it refuses them")
  void refused() throws Exception {
    assertThat(run("{\"who\":\"Ann\",\"speed\":0,\"unit\":\"feet\",\"legs\":[]}"))
        .isEqualTo(new ToolResult.Failure("speed must be 1 or more"));
  }
}
