package dev.parley.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a model is told about a tool's arguments")
class InputSchemaTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @DisplayName("is what Gemini knows of the schema")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'type':'object','$schema':'x','$id':'y'}                            | {'type':'object'}
          {}                                                                   | {'type':'object'}
          {'properties':{'a':{'type':'string','minLength':1,'pattern':'x'}}}   | {'properties':{'a':{'type':'string'}},'type':'object'}
          {'properties':{'a':{'const':'x'}}}                                   | {'properties':{'a':{'enum':['x']}},'type':'object'}
          {'properties':{'a':{'enum':[true,null]}}}                            | {'properties':{'a':{}},'type':'object'}
          {'properties':{'a':{'type':['string','null'],'format':'uri'}}}       | {'properties':{'a':{'type':['string','null']}},'type':'object'}
          {'properties':{'a':{'format':'date'}}}                               | {'properties':{'a':{'format':'date'}},'type':'object'}
          {'definitions':{'d':{'type':'string','x-y':1}},'properties':{'a':{'$ref':'#/definitions/d'}}} | {'$defs':{'d':{'type':'string'}},'properties':{'a':{'$ref':'#/$defs/d'}},'type':'object'}
          {'properties':{'a':{'allOf':[{'type':'string'},{'title':'T'}]}}}     | {'properties':{'a':{'type':'string','title':'T'}},'type':'object'}
          {'properties':{'a':{'anyOf':[{'type':'string','minLength':1}]}}}     | {'properties':{'a':{'anyOf':[{'type':'string'}]}},'type':'object'}
          {'properties':{'a':{'items':{'exclusiveMinimum':1}}}}                | {'properties':{'a':{'items':{}}},'type':'object'}
          {'properties':{'enum':{'type':'string'}},'required':['enum']}        | {'properties':{'enum':{'type':'string'}},'required':['enum'],'type':'object'}
          """)
  void plain(String schema, String told) throws Exception {
    assertThat(InputSchema.of(json(schema))).contains(json(told));
  }

  @Test
  @DisplayName("is nothing where it is no object, too much or too deep")
  void none() throws Exception {
    String deep = "{\"items\":".repeat(30) + "{}" + "}".repeat(30);

    assertThat(InputSchema.of(json("{'type':'string'}"))).isEmpty();
    assertThat(InputSchema.of(json("{'title':'" + "x".repeat(20_000) + "'}"))).isEmpty();
    assertThat(InputSchema.of(json(deep))).isEmpty();
  }

  @Test
  @DisplayName("hides nothing in descriptions, and says not too much in them")
  void descriptions() throws Exception {
    JsonNode schema =
        json(
            "{'description':'a\\u200bb','properties':{'a':{'description':'%s'}}}"
                .formatted("x".repeat(3_000)));

    JsonNode told = InputSchema.of(schema).orElseThrow();

    assertThat(told.path("description").asText()).isEqualTo("ab");
    assertThat(told.at("/properties/a/description").asText()).hasSize(1_024).endsWith("…");
  }
}
